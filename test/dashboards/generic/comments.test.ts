/** Pages of comments, whose layout nobody knows: what is in view is counted by day, in numbers only. */
import { describe, expect, it } from 'vitest';
import { answerPage } from '../../../core/dashboards/generic/asked';
import { toneOf } from '../../../core/dashboards/generic/comments';
import { documentProblem, documentRow, rowOnto } from '../../../core/model/documents';
import { toneByDay } from '../../../core/model/tone';
import { openPage } from '../harness';

const url = 'https://creator.douyin.com/creator-micro/interactive/comment?item_id=7';
const context = { now: Date.parse('2026-09-14T10:00:00+08:00'), zone: 'Asia/Shanghai' };
type Comment = [name: string, words: string, time: string, badge?: string];
const page = (comments: Comment[]) =>
  openPage(
    `<!doctype html><html lang="zh-CN"><title>评论管理</title><body><nav><a>首页</a><span>评论管理</span></nav>
     <div class="list">${comments
       .map(
         ([name, words, time, badge = '']) =>
           `<div class="x1"><div><a href="/user/1">${name}</a><i>${badge}</i></div><p>${words}</p>
            <div><span>${time}</span><span>12</span><button>回复</button><button>举报</button></div></div>`,
       )
       .join('')}</div></body></html>`,
    url,
  );

const COMMENTS: Comment[] = [
  ['小鱼', '太好看了，求教程', '刚刚'],
  ['垃圾佬', '喜欢这种慢节奏', '2小时前 · 广东'],
  ['阿木', '恰烂钱，取关了', '昨天 21:10'],
  ['木屋', '谢谢提醒，下次注意', '昨天 21:12', '作者'],
  ['晴天', '真难看', '09-12 08:30'],
  ['云', '不难看啊', '2026-09-12'],
  ['old', '什么时候更新', '3周前'],
];

describe('a page of comments', () => {
  it('is counted by day: names, the creator’s own words and times without a day are none of it', () => {
    expect(toneOf(page(COMMENTS), url, context)).toEqual([
      { day: '2026-09-12', comments: 2, negative: 1 },
      { day: '2026-09-13', comments: 1, negative: 1 },
      { day: '2026-09-14', comments: 2, negative: 0 },
    ]);
  });

  it('is told in numbers, without what its address asks for', () => {
    const answer = answerPage('tone', null, page(COMMENTS), url, 'Asia/Shanghai');
    expect(answer.page).toBe('creator.douyin.com/creator-micro/interactive/comment');
    for (const day of answer.days) expect(Object.keys(day).toSorted()).toEqual(['comments', 'day', 'negative']);
    expect(JSON.stringify(answer)).not.toMatch(/小鱼|取关|教程/);
  });

  it('in English too', () => {
    const comments: Comment[] = [
      ['ana', 'this is a scam', '5 minutes ago'],
      ['bo', 'so calm, thank you', '3h'],
      ['cy', 'more please', '2 days ago'],
    ];
    expect(toneOf(page(comments), url, context)).toEqual([
      { day: '2026-09-12', comments: 1, negative: 0 },
      { day: '2026-09-14', comments: 2, negative: 1 },
    ]);
  });

  it('that shows no list of comments gives nothing', () => {
    expect(toneOf(page([]), url, context)).toEqual([]);
    expect(toneOf(page(COMMENTS.slice(0, 2)), url, context)).toEqual([]);
  });
});

describe('what is kept of comments', () => {
  const value = (comments: number, negative = 1) => ({
    id: 'a 2026-09-12',
    page: 'a',
    day: '2026-09-12',
    comments,
    negative,
    seenAt: '2026-09-14T02:00:00Z',
  });
  it('is refused where it is more than numbers', () => {
    expect(documentProblem(documentRow('commentTone', value(3)))).toBeNull();
    const more = { ...documentRow('commentTone', value(3)), value: { ...value(3), text: '恰烂钱' } };
    expect(documentProblem(more)).not.toBeNull();
    expect(documentProblem({ ...documentRow('commentTone', value(3)), value: value(1, 2) })).not.toBeNull();
  });
  it('stays where a later look shows less', () => {
    const before = documentRow('commentTone', value(20));
    expect(rowOnto(before, documentRow('commentTone', value(5))).value).toEqual(value(20));
    expect(rowOnto(before, documentRow('commentTone', value(25))).value).toEqual(value(25));
  });
  it('counts a day once, from the page that showed most of it', () => {
    const other = { ...value(8), id: 'b 2026-09-12', page: 'b' };
    const earlier = { ...value(4), id: 'a 2026-09-10', day: '2026-09-10' };
    expect(toneByDay([value(20), other, earlier])).toEqual([
      { day: '2026-09-10', comments: 4, negative: 1 },
      { day: '2026-09-12', comments: 20, negative: 1 },
    ]);
  });
});
