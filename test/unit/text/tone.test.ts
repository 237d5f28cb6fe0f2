import { describe, expect, it } from 'vitest';
import { countTone, soundsNegative } from '../../../core/text/tone';

describe('the tone of comments', () => {
  it('is counted, and nothing but counts comes out', () => {
    const comments = ['太好看了', '恰烂钱，取关了', '哈哈哈', 'this is a scam', 'lovely colours'];
    expect(countTone(comments)).toEqual({ comments: 5, negative: 2 });
  });

  it('is not negative where the word is denied, or only part of another', () => {
    for (const comment of ['一点也不难看', '不无聊，看完了', 'not boring at all', '垃圾分类讲得真好', 'classroom']) {
      expect(soundsNegative(comment), comment).toBe(false);
    }
    for (const comment of ['真难看', '太无聊', 'so boring', '垃圾视频']) expect(soundsNegative(comment), comment).toBe(true);
  });
});
