import { describe, expect, it } from 'vitest';
import { csv, read, short, utf8, utf16, values } from './make';

/** Big-endian, as few programs save it. */
const utf16be = (text: string) => utf16(text).map((_, at, bytes) => bytes[at % 2 === 0 ? at + 1 : at - 1] ?? 0);

const STUDIO =
  'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)\nTotal,,,,8290,251.3464,-70,51357,6.98\ndQw4w9WgXcQ,"Mint, one","Mar 25, 2023",613,8000,250.25,5,100,7.01\nAbCdEfGhI_1,Two,"Apr 2, 2024",61,290,1.0964,-2,1000,5.5\n';
const WORKS =
  '视频标题,发布时间,播放量,封标点击率,3秒跳出率,点赞量,投币量,弹幕量\n一,2026年06月03日 16:41:25,12345,3.5星,21.5%,456,45,90\n';

describe('odd files read as the plain ones', () => {
  it.each([
    ['with lines above the header', `Channel: Mint\nExported 2026-11-01\n\n${STUDIO}`],
    ['with cells nobody named at the end of each line', STUDIO.replace(/\n/g, ',,\n')],
    ['with a byte order mark and spaces no one sees', `\ufeff${STUDIO.replace('Views', '\u00a0Views ')}`],
    ['with line ends of old Macs', STUDIO.replaceAll('\n', '\r')],
    ['without the last line end', STUDIO.trimEnd()],
  ])('%s', async (_, text) => {
    expect(short(await read('Table data.csv', text))).toEqual(short(await read('Table data.csv', STUDIO)));
  });

  it.each([
    ['in UTF-16 without a mark', utf16(WORKS).slice(2)],
    ['in big-endian UTF-16', utf16be(WORKS)],
    ['in big-endian UTF-16 without a mark', utf16be(WORKS).slice(2)],
    ['between bars', utf8(WORKS.replaceAll(',', '|'))],
  ])('%s', async (_, bytes) => {
    expect(short(await read('a.csv', bytes))).toEqual(short(await read('a.csv', WORKS)));
  });

  it('a title over two lines and with quotes stays one title', async () => {
    const { readings } = await read('a.csv', STUDIO.replace('"Mint, one"', '"Mint,\none ""x"""'));
    expect(readings.map(({ post }) => post.title)).toEqual(['Mint,\none "x"', 'Two']);
  });

  it('a last line that ends early is left out and named', async () => {
    const { readings, skipped } = await read('a.csv', STUDIO.slice(0, -18));
    expect(readings).toHaveLength(1);
    expect(skipped.at(-1)).toEqual({ line: 4, reason: 'cut off: 6 cells under 9 columns' });
  });
});

describe('spreadsheet programs of other languages', () => {
  it('between semicolons a point in a count parts its thousands, also where nothing else proves it', async () => {
    const { readings, skipped } = await read(
      'a.csv',
      'Identificação da publicação;Descrição;Horário de publicação;Link permanente;Tipo de publicação;Visualizações;Alcance;Curtidas\n1788;Menta;09/22/2026 23:48;https://www.instagram.com/reel/x/;Reel do IG;105.375;70.894;448\n',
    );
    expect(skipped).toEqual([]);
    expect(values(readings[0]?.metrics ?? {})).toEqual({ views: 105_375, reach: 70_894, likes: 448 });
  });

  it('Meta in French names its account, its follows and its periods', async () => {
    const { readings, unknownColumns } = await read(
      'a.csv',
      `Identifiant de la publication,Identifiant du compte,Nom d'utilisateur du compte,Nom du compte,Description,Durée (s),Heure de publication,Permalien,Type de publication,Commentaire sur les données,Date,Vues,Couverture,Mentions J’aime,Partages,Followers en plus,Commentaires,Enregistrements\n1788,1,mint.home,Mint,Menthe,38,09/22/2026 23:48,https://www.instagram.com/reel/x/,Reel IG,,À vie,105375,70894,448,47,122,136,149\n`,
    );
    expect(unknownColumns).toEqual([]);
    expect(readings[0]).toMatchObject({ account: 'mint.home', post: { title: 'Menthe', durationSeconds: 38 } });
    expect(values(readings[0]?.metrics ?? {})).toEqual({
      views: 105_375,
      reach: 70_894,
      likes: 448,
      shares: 47,
      followersGained: 122,
      comments: 136,
      saves: 149,
    });
  });
});

describe('our own table, saved anew by a spreadsheet program', () => {
  const head = 'platform,post_id,title,url,published_at,captured_at,views,completionRate';
  const one = async (row: string, delimiter = ',') => {
    const result = await read('a.csv', `${head.replaceAll(',', delimiter)}\r\n${row}\r\n`);
    return { reading: result.readings[0], skipped: result.skipped.map(({ reason }) => reason) };
  };

  it('with decimal commas between semicolons', async () => {
    const { reading, skipped } = await one('douyin;1;Eins;;2026-05-25T14:43:00+08:00;;1200;0,125', ';');
    expect(skipped).toEqual([]);
    expect(values(reading?.metrics ?? {})).toEqual({ views: 1200, completionRate: 0.125 });
  });

  it('with times as it prints them, where they can be read in one way', async () => {
    const { reading } = await one('douyin,1,a,,2026/5/25 14:43,2026/6/1 8:00,3,');
    expect(reading?.post).toMatchObject({ publishedAt: '2026-05-25T14:43:00+08:00', publishedPrecision: 'minute' });
    expect(reading?.seenAt).toBe('2026-06-01T00:00:00.000Z');
    expect(await one('douyin,1,a,,5/6/2026 14:43,,3,')).toEqual({
      reading: undefined,
      skipped: ['published_at "5/6/2026 14:43" is no time'],
    });
    expect((await one('douyin,1,a,,2026-05-25,5/6/2026 8:00,3,')).skipped).toEqual(['captured_at "5/6/2026 8:00" is no time']);
  });

  it('never takes an id that lost its digits, and takes the one of the link', async () => {
    const alone = await one('douyin,7.51235E+18,a,,2026-05-25,,3,');
    expect(alone.reading?.post).toMatchObject({ id: null, title: 'a' });
    expect(alone.skipped).toEqual(['the id 7.51235E+18 lost its last digits in a spreadsheet']);
    const linked = await one('douyin,7.51235E+18,a,https://www.douyin.com/video/7512345678901234567,2026-05-25,,3,');
    expect(linked.reading?.post.id).toBe('7512345678901234567');
  });

  it('with column names in another case', async () => {
    const text = csv([
      ['PLATFORM', 'Title', 'Published_At', 'Views', 'completionrate'],
      ['douyin', 'a', '2026-05-25', 1200, 0.5],
    ]);
    const { readings } = await read('a.csv', text);
    expect(values(readings[0]?.metrics ?? {})).toEqual({ views: 1200, completionRate: 0.5 });
  });
});
