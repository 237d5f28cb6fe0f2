import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csv, read, short, utf8, utf16, values, xlsx } from './make';

describe('YouTube Studio', () => {
  const table = csv([
    [
      'Content',
      'Video title',
      'Video publish time',
      'Duration',
      'Views',
      'Watch time (hours)',
      'Subscribers',
      'Impressions',
      'Impressions click-through rate (%)',
    ],
    ['Total', '', '', '', 8290, 251.3464, -70, 51357, 6.98],
    ['dQw4w9WgXcQ', 'Mint on a balcony, "year one"', 'Mar 25, 2023', 613, 8000, 250.25, -80, 50000, 7.01],
    ['-a_b1C2d3E4', 'Removed video', '', '', 290, 1.0964, 10, 1357, 0],
  ]);
  const expected = [
    {
      id: 'dQw4w9WgXcQ',
      title: 'Mint on a balcony, "year one"',
      at: '2023-03-25T00:00:00+08:00',
      precision: 'day',
      views: 8000,
      watchSeconds: 250.25 * 3600,
      followersNet: -80,
      impressions: 50000,
      clickThroughRate: 0.0701,
    },
    {
      id: '-a_b1C2d3E4',
      title: 'Removed video',
      at: null,
      precision: null,
      views: 290,
      watchSeconds: expect.closeTo(1.0964 * 3600),
      followersNet: 10,
      impressions: 1357,
      clickThroughRate: 0,
    },
  ];

  it('reads the table: hours as seconds, percents as shares, the total row left out', async () => {
    const result = await read('Table data.csv', table);
    expect(result.format).toBe('import/youtube-table');
    expect(short(result)).toEqual(expected);
    expect(result.readings[0]?.post.durationSeconds).toBe(613);
    expect(result.skipped).toEqual([{ line: 2, reason: 'the total of all rows' }]);
    expect(result.readings[0]?.seenAt).toBe('2026-11-20T10:00:00.000Z');
  });

  it('reads the zip: table, chart and totals told apart, the period in its name is the day of the figures', async () => {
    const chart = csv([
      ['Date', 'Content', 'Video title', 'Video publish time', 'Duration', 'Views'],
      ['2026-09-01', 'dQw4w9WgXcQ', 'Mint on a balcony, "year one"', 'Mar 25, 2023', 613, 12],
      ['2026-09-02', 'dQw4w9WgXcQ', 'Mint on a balcony, "year one"', 'Mar 25, 2023', 613, 14],
    ]);
    const totals = csv([
      ['Date', 'Views'],
      ['2026-09-01', 15],
      ['2026-09-02', 18],
    ]);
    const zip = zipSync({ 'Chart data.csv': utf8(chart), 'Table data.csv': utf8(table), 'Totals.csv': utf8(totals) });
    const result = await read('Content 2023-03-25_2026-09-02 My channel.zip', zip);
    expect(short(result)[0]).toEqual(expected[0]);
    expect(result.readings[0]?.seenAt).toBe('2026-09-02T15:59:59.000Z');
    expect(result.accountReadings.map((one) => [one.period?.from, values(one.metrics)])).toEqual([
      ['2026-09-01T00:00:00+08:00', { views: 15 }],
      ['2026-09-02T00:00:00+08:00', { views: 18 }],
    ]);
  });

  it('refuses the chart alone and tables that are not by video, in words', async () => {
    await expect(
      read(
        'Chart data.csv',
        csv([
          ['Date', 'Content', 'Video title', 'Views'],
          ['2026-09-01', 'dQw4w9WgXcQ', 'x', 1],
          ['2026-09-02', 'dQw4w9WgXcQ', 'x', 1],
        ]),
      ),
    ).rejects.toThrow(/chart/);
    await expect(
      read(
        'Table data.csv',
        csv([
          ['Geography', 'Views', 'Watch time (hours)'],
          ['Total', 3, 1.5],
          ['US', 3, 1.5],
        ]),
      ),
    ).rejects.toThrow(/Geography/);
  });

  it.each([
    [
      'de, soft hyphens',
      'Vi­deo,Vi­deo­ti­tel,Ver­öf­fent­li­chungs­zeit­punkt des Vi­de­os,Auf­ru­fe,Wie­der­ga­be­zeit (Stun­den),Abon­nen­ten,Im­pres­sio­nen,Klick­ra­te der Im­pres­sio­nen (%)',
      'Ge­samt,,,300,3.5,1,2000,6.98',
    ],
    [
      'ja',
      'コンテンツ,動画のタイトル,動画公開時刻,視聴回数,総再生時間（単位: 時間）,チャンネル登録者,インプレッション数,インプレッションのクリック率 (%)',
      '合計,,,300,3.5,1,2000,6.98',
    ],
    [
      'es',
      'Contenido,Título del video,Tiempo de publicación del video,Vistas,Tiempo de reproducción (horas),Suscriptores,Impresiones,Tasa de clics de las impresiones (%)',
      'Total,,,300,3.5,1,2000,6.98',
    ],
    [
      'pt',
      'Conteúdo,Título do vídeo,Horário de publicação do vídeo,Visualizações,Tempo de exibição (horas),Inscritos,Impressões,Taxa de cliques de impressões (%)',
      'Total,,,300,3.5,1,2000,6.98',
    ],
    [
      'new words',
      'Content,Video title,Video publish time,Views,Watch time (hours),Subscribers,Thumbnail impressions,Thumbnail click-through rate (%)',
      'Total,,,300,3.5,1,2000,6.98',
    ],
  ])('reads the headers of %s', async (_, header, total) => {
    const result = await read(
      'Tabellendaten.csv',
      `${header}\n${total}\nAbCdEfGhI_1,Titel eins,"Mar 25, 2023",300,251.346,1,2000,6.98\n`,
    );
    expect(short(result)).toEqual([
      {
        id: 'AbCdEfGhI_1',
        title: 'Titel eins',
        at: '2023-03-25T00:00:00+08:00',
        precision: 'day',
        views: 300,
        watchSeconds: expect.closeTo(251.346 * 3600),
        followersNet: 1,
        impressions: 2000,
        clickThroughRate: 0.0698,
      },
    ]);
    expect(result.skipped).toEqual([{ line: 2, reason: 'the total of all rows' }]);
    expect(result.unknownColumns).toEqual([]);
  });

  it.each([
    [
      'fr',
      'Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,Durée de visionnage (heures),Abonnés,Impressions,Taux de clics par impression (%)',
      'Total',
    ],
    [
      'it',
      'Contenuti,Titolo video,Data pubblicazione video,Durata,Visualizzazioni,Tempo di visualizzazione (ore),Iscritti,Impressioni,Percentuale di clic delle impressioni (%)',
      'Totale',
    ],
    ['ko', '콘텐츠,동영상 제목,동영상 게시 시간,길이,조회수,시청 시간(단위: 시간),구독자,노출수,노출 클릭률 (%)', '합계'],
    ['zh-CN', '内容,视频标题,视频发布时间,时长,观看次数,观看时长（小时）,订阅人数,展示次数,展示点击率 (%)', '总计'],
    ['zh-TW', '內容,影片標題,影片發布時間,時間長度,觀看次數,觀看時間 (小時),訂閱人數,曝光次數,曝光點閱率 (%)', '總計'],
    [
      'ru',
      'Контент,Название видео,Время публикации видео,Продолжительность,Просмотры,Время просмотра (часы),Подписчики,Показы,CTR для значков видео (%)',
      'Итого',
    ],
    [
      'nl',
      'Content,Videotitel,Publicatietijd van video,Duur,Weergaven,Weergavetijd (uren),Abonnees,Vertoningen,Klikfrequentie van vertoningen (%)',
      'Totaal',
    ],
    [
      'es (Spain), a total under a word nobody knows',
      'Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Visualizaciones,Tiempo de visualización (horas),Suscriptores,Impresiones,Porcentaje de clics de las impresiones (%)',
      'Ukupno',
    ],
    [
      'vi',
      'Nội dung,Tiêu đề video,Thời gian xuất bản video,Thời lượng,Số lượt xem,Thời gian xem (giờ),Người đăng ký,Số lượt hiển thị,Tỷ lệ nhấp của số lượt hiển thị (%)',
      'Tổng',
    ],
  ])('reads the headers of %s with a duration', async (_, header, total) => {
    const result = await read(
      'data.csv',
      `${header}\n${total},,,,300,3.5,1,2000,6.98\nAbCdEfGhI_1,Mint,"Mar 25, 2023",61,300,251.346,1,2000,6.98\n`,
    );
    expect(short(result)).toEqual([
      {
        id: 'AbCdEfGhI_1',
        title: 'Mint',
        at: '2023-03-25T00:00:00+08:00',
        precision: 'day',
        views: 300,
        watchSeconds: expect.closeTo(251.346 * 3600),
        followersNet: 1,
        impressions: 2000,
        clickThroughRate: 0.0698,
      },
    ]);
    expect(result.readings[0]?.post.durationSeconds).toBe(61);
    expect([result.skipped.length, result.unknownColumns]).toEqual([1, []]);
  });

  it('reads what a spreadsheet program made of it: semicolons and decimal commas, grouped thousands, durations on a clock', async () => {
    const header = [
      'Content',
      'Video title',
      'Video publish time',
      'Duration',
      'Views',
      'Watch time (hours)',
      'Impressions click-through rate (%)',
    ];
    const european = csv(
      [
        header,
        ['Total', '', '', '', 8290, '251,3464', '6,98'],
        ['dQw4w9WgXcQ', 'Mint', 'Mar 25, 2023', 613, 8000, '250,25', '7,01'],
      ],
      ';',
    );
    const american = csv([
      header,
      ['Total', '', '', '', '8,290', '251.3464', '6.98%'],
      ['dQw4w9WgXcQ', 'Mint', '2023-03-25', '0:10:13', '8,000', '250.25', '7.01%'],
    ]);
    for (const file of [european, american]) {
      const result = await read('Table data.csv', file);
      expect(short(result)).toEqual([
        {
          id: 'dQw4w9WgXcQ',
          title: 'Mint',
          at: '2023-03-25T00:00:00+08:00',
          precision: 'day',
          views: 8000,
          watchSeconds: 900_900,
          clickThroughRate: 0.0701,
        },
      ]);
      expect(result.readings[0]?.post.durationSeconds).toBe(613);
    }
  });

  it('reads all columns in Japanese and Spanish, money in the currency of the header', async () => {
    const ja = await read(
      '表データ.csv',
      'コンテンツ,動画のタイトル,動画公開時刻,長さ,エンゲージ ビュー,平均視聴時間,平均視聴率 (%),視聴回数,総再生時間（単位: 時間）,チャンネル登録者,推定収益 (JPY),インプレッション数,インプレッションのクリック率 (%)\n合計,,,,90,0:01:00,40.5,100,12.5,3,1234.567,900,5.5\nAbCdEfGhI_1,ミント,"Mar 25, 2023",61,90,0:00:34,45.5,100,12.5,3,1234.567,900,5.5\n',
    );
    expect(short(ja)).toEqual([
      {
        id: 'AbCdEfGhI_1',
        title: 'ミント',
        at: '2023-03-25T00:00:00+08:00',
        precision: 'day',
        engagedViews: 90,
        averageWatchSeconds: 34,
        averageViewedShare: 0.455,
        views: 100,
        watchSeconds: 45000,
        followersNet: 3,
        revenue: 1234.567,
        impressions: 900,
        clickThroughRate: 0.055,
      },
    ]);
    expect(ja.readings[0]?.metrics.revenue?.currency).toBe('JPY');
    const es = await read(
      'Datos de la tabla.csv',
      'Contenido,Título del video,Tiempo de publicación del video,Duración,Vistas,Tiempo de reproducción (horas),Duración promedio de vistas,Porcentaje promedio reproducido (%),Suscriptores,Suscriptores obtenidos,Suscriptores perdidos,Me gusta,Comentarios agregados,Elementos compartidos,Vistas interesadas,Impresiones,Tasa de clics de las impresiones (%)\nTotal,,,,1,1,0:01:00,1,1,1,1,1,1,1,1,1,1\nAbCdEfGhI_1,Menta,"Mar 25, 2023",61,100,12.5,0:00:34,45.5,3,5,2,9,4,3,90,900,5.5\n',
    );
    expect(short(es)).toEqual([
      {
        id: 'AbCdEfGhI_1',
        title: 'Menta',
        at: '2023-03-25T00:00:00+08:00',
        precision: 'day',
        views: 100,
        watchSeconds: 45000,
        averageWatchSeconds: 34,
        averageViewedShare: 0.455,
        followersNet: 3,
        followersGained: 5,
        followersLost: 2,
        likes: 9,
        comments: 4,
        shares: 3,
        engagedViews: 90,
        impressions: 900,
        clickThroughRate: 0.055,
      },
    ]);
    expect([...ja.unknownColumns, ...es.unknownColumns]).toEqual([]);
  });

  it('reads all columns of 2026', async () => {
    const header =
      'Content,Video title,Video publish time,Duration,Engaged views,Average percentage viewed (%),Stayed to watch (%),Unique viewers,Average views per viewer,New viewers,Returning viewers,Casual viewers,Regular viewers,Hypes,Hype points,Subscribers gained,Subscribers lost,Likes,Dislikes,Likes (vs dislikes) (%),Shares,Comments added,Post subscribers,Average view duration,Views';
    const result = await read(
      'Table data.csv',
      `${header}\nAbCdEfGhI_1,One,"Mar 25, 2023",61,90,45.5,70.1,80,1.1,50,30,20,10,0,0,5,2,9,1,90,3,4,0,0:00:34,100\n`,
    );
    expect(short(result)).toEqual([
      {
        id: 'AbCdEfGhI_1',
        title: 'One',
        at: '2023-03-25T00:00:00+08:00',
        precision: 'day',
        engagedViews: 90,
        averageViewedShare: 0.455,
        stayedToWatchRate: 0.701,
        viewers: 80,
        newViewers: 50,
        returningViewers: 30,
        followersGained: 5,
        followersLost: 2,
        likes: 9,
        dislikes: 1,
        shares: 3,
        comments: 4,
        averageWatchSeconds: 34,
        views: 100,
      },
    ]);
    expect(result.skipped).toEqual([]);
    expect(result.unknownColumns).toEqual([]);
  });
});

describe('TikTok Studio', () => {
  const id = '7527623000473079054';
  const content = (rows: string) =>
    `\uFEFF"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"\n${rows}`;

  it('takes the year from the id, keeps the printed day, and takes the day of the export as the time of the figures', async () => {
    const result = await read(
      'Content.csv',
      content(`"February 28","My garden","https://www.tiktok.com/@someone/video/${id}","July 16","533","32","16","191265"`),
      {
        now: Date.parse('2026-03-02T10:00:00Z'),
        zone: 'UTC',
      },
    );
    expect(result.format).toBe('import/tiktok-content');
    expect(short(result)).toEqual([
      {
        id,
        title: 'My garden',
        at: '2025-07-16T00:00:00+00:00',
        precision: 'day',
        likes: 533,
        comments: 32,
        shares: 16,
        views: 191265,
      },
    ]);
    expect(result.readings[0]?.account).toBe('someone');
    expect(result.readings[0]?.seenAt).toBe('2026-02-28T23:59:59.000Z');
  });

  it('keeps the printed day where the id says another one, and refuses a negative count', async () => {
    const result = await read(
      'Content.csv',
      content(`"February 28","My garden","https://www.tiktok.com/@someone/photo/${id}","July 17","undefined","-1","16","0"`),
      {
        now: Date.parse('2026-03-02T10:00:00Z'),
        zone: 'UTC',
      },
    );
    expect(short(result)).toEqual([
      { id, title: 'My garden', at: '2025-07-17T00:00:00+00:00', precision: 'day', shares: 16, views: 0 },
    ]);
    expect(result.skipped).toEqual([{ line: 2, reason: 'Total comments "-1": negative' }]);
  });

  it('reads Spanish headers, whichever of the two dates comes first, and the columns of other parsers', async () => {
    const rows = (first: string[], second: string[]) => [
      [
        first[0] ?? '',
        'T',
        `https://www.tiktok.com/@someone/video/${id}`,
        first[1] ?? '',
        '533',
        '1912',
        '2.12s',
        '15.5%',
        '16h:26m:21s',
        '7',
      ],
      [
        second[0] ?? '',
        'U',
        'https://www.tiktok.com/@someone/video/7530623000473079054',
        second[1] ?? '',
        '33',
        '12',
        '',
        '',
        '',
        '',
      ],
    ];
    const labels = (first: string, second: string) => [
      first,
      'Título del video',
      'Enlace del video',
      second,
      'Me gusta totales',
      'Visualizaciones totales',
      'Average watch time',
      'Watched full video',
      'Total play time',
      'Add to favorites',
    ];
    const [day, one, two] = ['18 de noviembre', '16 de julio', '24 de julio'];
    const usual = csv([labels('Hora', 'Hora de publicación'), ...rows([day, one], [day, two])]);
    const swapped = csv([labels('Hora de publicación', 'Hora'), ...rows([one, day], [two, day])]);
    for (const text of [usual, swapped]) {
      const result = await read('Content.csv', text, { zone: 'UTC' });
      expect(short(result)).toEqual([
        {
          id,
          title: 'T',
          at: '2025-07-16T00:00:00+00:00',
          precision: 'day',
          likes: 533,
          views: 1912,
          averageWatchSeconds: 2.12,
          completionRate: 0.155,
          watchSeconds: 59181,
          saves: 7,
        },
        {
          id: '7530623000473079054',
          title: 'U',
          at: '2025-07-24T00:00:00+00:00',
          precision: 'day',
          likes: 33,
          views: 12,
        },
      ]);
      expect(result.readings[0]?.seenAt).toBe('2026-11-18T23:59:59.000Z');
    }
  });

  it.each([
    [
      'zh-CN',
      ['时间', '视频标题', '视频链接', '发布时间', '总点赞数', '总评论数', '总分享数', '总观看次数'],
      ['11月18日', '7月16日'],
    ],
    [
      'ja',
      ['時間', '動画のタイトル', '動画のリンク', '投稿日時', '合計いいね数', '合計コメント数', '合計シェア数', '合計視聴回数'],
      ['11月18日', '7月16日'],
    ],
    [
      'pt',
      [
        'Hora',
        'Título do vídeo',
        'Link do vídeo',
        'Horário da publicação',
        'Total de curtidas',
        'Total de comentários',
        'Total de compartilhamentos',
        'Total de visualizações',
      ],
      ['18 de novembro', '16 de julho'],
    ],
    [
      'fr',
      [
        'Heure',
        'Titre de la vidéo',
        'Lien de la vidéo',
        'Heure de publication',
        'Total des j’aime',
        'Total des commentaires',
        'Total des partages',
        'Total des vues',
      ],
      ['18 novembre', '16 juillet'],
    ],
    [
      'de',
      [
        'Zeit',
        'Videotitel',
        'Video-Link',
        'Veröffentlichungszeitpunkt',
        'Likes insgesamt',
        'Kommentare insgesamt',
        'Geteilte Inhalte insgesamt',
        'Aufrufe insgesamt',
      ],
      ['18. November', '16. Juli'],
    ],
  ])('reads the sums in %s', async (_, header, [exported = '', published = '']) => {
    const link = `https://www.tiktok.com/@someone/video/${id}`;
    const result = await read('Content.csv', csv([header, [exported, 'T', link, published, 533, 32, 16, 191265]]), {
      zone: 'UTC',
    });
    expect(short(result)).toEqual([
      {
        id,
        title: 'T',
        at: '2025-07-16T00:00:00+00:00',
        precision: 'day',
        likes: 533,
        comments: 32,
        shares: 16,
        views: 191265,
      },
    ]);
    expect([result.skipped, result.unknownColumns]).toEqual([[], []]);
  });

  it('reads the overview by day, years told from the last day', async () => {
    const result = await read(
      'Overview.csv',
      '\uFEFF"Date","Video Views","Profile Views","Likes","Comments","Shares"\n"December 31","10","2","1","0","0"\n"January 1","20","3","2","1","0"',
      {
        now: Date.parse('2026-01-03T10:00:00Z'),
        zone: 'UTC',
      },
    );
    expect(result.accountReadings.map((one) => [one.period?.from.slice(0, 10), values(one.metrics)])).toEqual([
      ['2025-12-31', { views: 10, profileVisits: 2, likes: 1 }],
      ['2026-01-01', { views: 20, profileVisits: 3, likes: 2 }],
    ]);
    expect(result.unknownColumns).toEqual(['Comments', 'Shares']);
  });

  it('reads followers as levels and changes, and their activity as an audience curve', async () => {
    const history = await read(
      'FollowerHistory.csv',
      '\uFEFF"Date","Followers","Difference in followers from previous day"\n"November 1","100","0"\n"November 2","97","-3"',
    );
    expect(history.accountReadings.map((one) => [one.seenAt, values(one.metrics)])).toEqual([
      ['2026-11-01T15:59:59.000Z', { followersNet: 0 }],
      ['2026-11-01T15:59:59.000Z', { followers: 100 }],
      ['2026-11-02T15:59:59.000Z', { followersNet: -3 }],
      ['2026-11-02T15:59:59.000Z', { followers: 97 }],
    ]);
    // 2 and 9 November 2026 are Mondays.
    const rows = ['"November 2","0","10"', '"November 2","23","40"', '"November 3","0","7"', '"November 9","0","20"'];
    const activity = await read('FollowerActivity.csv', `\uFEFF"Date","Hour","Active followers"\n${rows.join('\n')}`);
    const [curve] = activity.audienceCurves;
    expect([curve?.hours[0], curve?.hours[1], curve?.hours[23], curve?.hours[24]]).toEqual([15, null, 40, 7]);
    expect(curve?.hours).toHaveLength(168);
    const shares = await read('FollowerGender.csv', '"Gender","Distribution"\n"Male","0.25"\n"Female","0.75"');
    expect(shares.accountReadings[0]?.breakdowns).toEqual([{ kind: 'gender', shares: { Male: 0.25, Female: 0.75 } }]);
  });
});

describe('X', () => {
  const header =
    'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks';
  /** An id made at a given moment. */
  const idAt = (iso: string) => String((BigInt(Date.parse(iso)) - 1288834974657n) << 22n);

  it('reads posts, each with the day it prints', async () => {
    const made = idAt('2026-08-01T09:30:00Z');
    const other = idAt('2026-07-20T09:30:00Z');
    const result = await read(
      'account_analytics_content_2026-08-01_2026-08-31.csv',
      `${header}\n${made},"Sat, Aug 1, 2026","Mint, ""again""",https://x.com/someone/status/${made},1000,10,25,3,2,1,4,5,6,7,8,9,0\n${other},"Sat, Aug 1, 2026",Other,https://x.com/someone/status/${other},1,0,0,0,0,0,0,0,0,0,0,0,0\n`,
      { zone: 'UTC' },
    );
    expect(result.format).toBe('import/x-content');
    expect(short(result)).toEqual([
      {
        id: made,
        title: 'Mint, "again"',
        at: '2026-08-01T00:00:00+00:00',
        precision: 'day',
        impressions: 1000,
        likes: 10,
        interactions: 25,
        saves: 3,
        shares: 2,
        followersGained: 1,
        replies: 4,
        reposts: 5,
        profileVisits: 6,
        linkClicks: 8,
      },
      expect.objectContaining({ id: other, at: '2026-08-01T00:00:00+00:00', precision: 'day' }),
    ]);
    expect(result.readings[0]?.account).toBe('someone');
    expect(result.readings[0]?.seenAt).toBe('2026-08-31T23:59:59.000Z');
    expect(result.unknownColumns).toEqual([]);
  });

  it('takes the id from the link where a spreadsheet rounded it, and never a rounded one', async () => {
    const made = idAt('2026-08-01T09:30:00Z');
    const line = (id: string, link: string) => `${header}\n${id},"Sat, Aug 1, 2026",Mint,${link},1,0,0,0,0,0,0,0,0,0,0,0,0\n`;
    const linked = await read('x.csv', line('2.08E+18', `https://x.com/i/status/${made}`));
    expect(linked.readings[0]?.post.id).toBe(made);
    expect(linked.readings[0]?.account).toBeNull();
    const lost = await read('x.csv', line(`${made.slice(0, 15)}0000`, ''));
    expect(lost.readings[0]?.post.id).toBeNull();
    expect(lost.skipped[0]?.reason).toMatch(/lost its last digits/);
  });

  it('reads the tweets of earlier years: UTC, floats that are whole, promoted columns apart', async () => {
    const result = await read(
      'tweet_activity_metrics_someone_20161201_20170101_en.csv',
      '"Tweet id","Tweet permalink","Tweet text","time","impressions","engagements","engagement rate","retweets","replies","likes","user profile clicks","url clicks","follows","promoted impressions","promoted likes"\n"812345678901234567","https://twitter.com/someone/status/812345678901234567","Hello","2016-12-23 18:50 +0000","1938.0","25.0","0.0129","5.0","2.0","10.0","3.0","-","1.0","900.0","-"\n',
    );
    expect(result.format).toBe('import/x-tweets');
    expect(short(result)).toEqual([
      {
        id: '812345678901234567',
        title: 'Hello',
        at: '2016-12-23T18:50:00+00:00',
        precision: 'minute',
        impressions: 1938,
        interactions: 25,
        engagementRate: 0.0129,
        reposts: 5,
        replies: 2,
        likes: 10,
        profileVisits: 3,
        followersGained: 1,
      },
    ]);
    expect(result.readings[0]?.seenAt).toBe('2017-01-01T23:59:59.000Z');
  });

  it('reads the account by day', async () => {
    const result = await read(
      'account_overview_analytics.csv',
      'Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n"Sat, Aug 1, 2026",100,5,9,1,0,2,1,0,1,3,1,0,0\n',
    );
    expect(result.accountReadings.map((one) => values(one.metrics))).toEqual([
      { impressions: 100, likes: 5, interactions: 9, followersGained: 2, followersLost: 1, profileVisits: 3, views: 0 },
    ]);
    expect(result.readings).toEqual([]);
  });
});

describe('Meta Business Suite', () => {
  const en =
    'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Likes,Shares,Comments,Saves,Reach,Follows';
  it('reads Instagram in English', async () => {
    const result = await read(
      'Oct-01.csv',
      `\uFEFF${en}\n17888,1,mint.home,Mint,"A balcony\nin June",38,09/22/2026 23:48,https://www.instagram.com/reel/x/,IG reel,,Lifetime,105375,448,47,122,136,70894,149\n`,
      { zone: 'Asia/Tokyo' },
    );
    expect(result.format).toBe('import/meta-content');
    expect(short(result)).toEqual([
      {
        id: '17888',
        title: 'A balcony\nin June',
        at: '2026-09-22T23:48:00+09:00',
        precision: 'minute',
        views: 105375,
        likes: 448,
        shares: 47,
        comments: 122,
        saves: 136,
        reach: 70894,
        followersGained: 149,
      },
    ]);
    expect(result.readings[0]).toMatchObject({
      platform: 'instagram',
      account: 'mint.home',
      post: { format: 'short', durationSeconds: 38 },
    });
    expect(result.skipped).toEqual([]);
  });

  it('reads Instagram in Japanese and in Portuguese with semicolons', async () => {
    const ja = await read(
      'export.csv',
      '\uFEFF投稿ID,アカウントID,アカウントのユーザーネーム,アカウント名,説明,時間(秒),公開時間,リンク,投稿タイプ,データコメント,日時,ビュー,リーチ,いいね！の数,シェア数,フォロー数,コメント数,保存数\n1788,1,user,name,神戸あるある,38,09/22/2026 23:48,https://example.com,IGリール動画,,通算,105375,70894,448,47,122,136,149\n',
      { zone: 'Asia/Tokyo' },
    );
    expect(short(ja)).toEqual([
      {
        id: '1788',
        title: '神戸あるある',
        at: '2026-09-22T23:48:00+09:00',
        precision: 'minute',
        views: 105375,
        reach: 70894,
        likes: 448,
        shares: 47,
        followersGained: 122,
        comments: 136,
        saves: 149,
      },
    ]);
    expect(ja.readings[0]).toMatchObject({ platform: 'instagram', account: 'user', post: { format: 'short' } });
    const pt = await read(
      'export.csv',
      'Identificação da publicação;Descrição;Horário de publicação;Link permanente;Tipo de publicação;Visualizações;Alcance;Curtidas;Compartilhamentos;Comentários;Salvamentos\n1788;Olá;09/22/2026 23:48;https://www.instagram.com/p/x/;IG image;1050;700;44;4;13;14\n',
      { zone: 'America/Sao_Paulo' },
    );
    expect(short(pt)).toEqual([
      {
        id: '1788',
        title: 'Olá',
        at: '2026-09-22T23:48:00-03:00',
        precision: 'minute',
        views: 1050,
        reach: 700,
        likes: 44,
        shares: 4,
        comments: 13,
        saves: 14,
      },
    ]);
    expect(pt.readings[0]?.post.format).toBe('image');
  });

  it('reads Facebook pages: the title, or what was written where there is none', async () => {
    const header =
      'Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Reactions,Comments,Shares,Link Clicks';
    const result = await read(
      'fb.csv',
      `${header}\n123_4,99,My page,,"Hello, you",0,07/15/2026 10:00,https://www.facebook.com/x/posts/1,Photos,,Lifetime,10,8,5,1,2,3\n123_5,99,My page,Named,text,30,07/16/2026 10:00,https://www.facebook.com/x/videos/1,Videos,,Lifetime,1,1,0,0,0,0\n`,
      { zone: 'Europe/Berlin' },
    );
    expect(short(result)).toMatchObject([
      {
        id: '123_4',
        title: 'Hello, you',
        at: '2026-07-15T10:00:00+02:00',
        views: 10,
        reach: 8,
        likes: 5,
        comments: 1,
        shares: 2,
        linkClicks: 3,
      },
      { id: '123_5', title: 'Named' },
    ]);
    expect(result.readings.map((one) => [one.platform, one.account, one.post.format])).toEqual([
      ['facebook', 'My page', 'image'],
      ['facebook', 'My page', 'video'],
    ]);
  });

  it('finds the zone of its times by the moments that links carry', async () => {
    // Shortcodes made at given moments; the file prints Pacific time.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const code = (iso: string) => {
      let number = (BigInt(Date.parse(iso)) - 1314220021721n) << 23n;
      let text = '';
      for (; number > 0n; number /= 64n) text = (alphabet[Number(number % 64n)] ?? '') + text;
      return text;
    };
    const row = (at: string, iso: string) =>
      `1,1,mint.home,Mint,x,38,${at},https://www.instagram.com/reel/${code(iso)}/,IG reel,,Lifetime,1,1,1,1,1,1,1`;
    const result = await read(
      'a.csv',
      [en, row('09/22/2026 16:48', '2026-09-22T23:47:30Z'), row('01/10/2026 08:00', '2026-01-10T15:59:40Z')].join('\n'),
      { zone: 'Asia/Tokyo' },
    );
    expect(result.readings.map((one) => Date.parse(one.post.publishedAt ?? ''))).toEqual([
      Date.parse('2026-09-22T23:48:00Z'),
      Date.parse('2026-01-10T16:00:00Z'),
    ]);
  });

  it('does not take days of a post for its life', async () => {
    const result = await read(
      'a.csv',
      `${en}\n17888,1,mint.home,Mint,x,38,09/22/2026 23:48,https://www.instagram.com/reel/x/,IG reel,,09/23/2026,10,1,1,1,1,1,1\n`,
    );
    expect(result.readings).toEqual([]);
    expect(result.skipped[0]?.reason).toMatch(/one day/);
  });

  it('reads the results export: UTF-16, sep=, blocks by title', async () => {
    const text =
      'sep=,\r\n"Facebook visits"\r\n"Date","Facebook Page likes"\r\n"2026-03-29T00:00:00","3"\r\n"2026-03-30T00:00:00","0"\r\n\r\n"Instagram profile visits"\r\n"Date","Primary"\r\n"2026-03-29T00:00:00","5"\r\n\r\n"Mystery number"\r\n"Date","Primary"\r\n"2026-03-29T00:00:00","9"\r\n';
    const result = await read('Results.csv', utf16(text));
    expect(result.format).toBe('import/meta-results');
    expect(result.accountReadings.map((one) => [one.platform, one.period?.from.slice(0, 10), values(one.metrics)])).toEqual([
      ['facebook', '2026-03-29', { profileVisits: 3 }],
      ['facebook', '2026-03-30', { profileVisits: 0 }],
      ['instagram', '2026-03-29', { profileVisits: 5 }],
    ]);
    expect(result.unknownColumns).toEqual(['Mystery number']);
  });
});

describe('LinkedIn', () => {
  const link = 'https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000001';
  it('reads the creator’s own export, its two lists joined by the post', async () => {
    const result = await read(
      'AggregateAnalytics_someone_2026-10-08_2026-10-09.xlsx',
      xlsx({
        DISCOVERY: [
          ['Overall Performance', '10/8/2026 - 10/9/2026'],
          ['Impressions', 1500],
          ['Members reached', 700],
        ],
        ENGAGEMENT: [
          ['Date', 'Impressions', 'Engagements'],
          ['10/8/2026', 1000, 20],
          ['10/9/2026', 500, 5],
        ],
        'TOP POSTS': [
          ['Maximum of 50 posts available to include in this list'],
          [],
          ['Post URL', 'Post Publish Date', 'Engagements', '481', 'Post URL', 'Post Publish Date', 'Impressions'],
          [link, '10/7/2026', 20, '481', link, '10/7/2026', 1200],
          ['https://www.linkedin.com/feed/update/urn:li:share:7380000000000000002', '10/6/2026', 1],
        ],
        FOLLOWERS: [['Total followers on 10/9/2026:', 4321], [], ['Date', 'New followers'], ['10/8/2026', 3], ['10/9/2026', 4]],
        DEMOGRAPHICS: [
          ['Top Demographics', 'Value', 'Percentage'],
          ['Locations', 'Berlin', '12%'],
          ['Locations', 'Bonn', '< 1%'],
          ['Job titles', 'Gardener', '5%'],
        ],
      }),
    );
    expect(result.format).toBe('import/linkedin-personal');
    expect(short(result)).toEqual([
      {
        id: '7380000000000000001',
        title: '',
        at: '2026-10-07T00:00:00+08:00',
        precision: 'day',
        interactions: 20,
        impressions: 1200,
      },
      { id: '7380000000000000002', title: '', at: '2026-10-06T00:00:00+08:00', precision: 'day', interactions: 1 },
    ]);
    expect(result.accountReadings.map((one) => [one.period?.from.slice(0, 10), values(one.metrics), one.breakdowns])).toEqual([
      ['2026-10-08', { impressions: 1500, reach: 700 }, undefined],
      ['2026-10-08', { impressions: 1000, interactions: 20 }, undefined],
      ['2026-10-09', { impressions: 500, interactions: 5 }, undefined],
      [undefined, { followers: 4321 }, undefined],
      ['2026-10-08', { followersGained: 3 }, undefined],
      ['2026-10-09', { followersGained: 4 }, undefined],
      [undefined, {}, [{ kind: 'region', shares: { Berlin: 0.12 } }]],
    ]);
  });

  it.each([
    'Total followers on 9.10.2026',
    '2026-10-09 的关注者总数',
    'Total followers on October 9, 2026:',
    'Follower gesamt am 09.10.2026:',
  ])('takes the followers of a day: %s', async (label) => {
    const result = await read(
      'analytics.xlsx',
      xlsx({
        'TOP POSTS': [
          ['Post URL', 'Post Publish Date', 'Engagements'],
          [link, '10/13/2026', 20],
        ],
        FOLLOWERS: [[label, 4321], [], ['Date', 'New followers'], ['10/9/2026 (partial)', 4]],
      }),
    );
    expect(result.accountReadings[0]).toMatchObject({
      metrics: { followers: { value: 4321 } },
      seenAt: '2026-10-09T15:59:59.000Z',
    });
    expect(result.accountReadings.filter(({ metrics }) => metrics.followers)).toHaveLength(1);
    expect(result.skipped).toEqual([]);
  });

  it('says which dates it could not read', async () => {
    const result = await read(
      'analytics.xlsx',
      xlsx({
        'TOP POSTS': [
          ['Post URL', 'Post Publish Date', 'Engagements'],
          [link, 'the 7th of Brumaire', 20],
        ],
        FOLLOWERS: [['Total followers on 2026-13-41', 4321]],
      }),
    );
    expect(short(result)).toMatchObject([{ at: null, interactions: 20 }]);
    expect(result.skipped).toEqual([
      { line: 2, reason: 'the date "the 7th of Brumaire" cannot be read; the post is taken without it' },
      { line: 1, reason: '"Total followers on 2026-13-41": the day cannot be read' },
    ]);
    const post = await read(
      'post.xlsx',
      xlsx({
        PERFORMANCE: [
          ['Post URL', link],
          ['Post Publish Date', '2026-13-41'],
          ['Impressions', 12],
          ['Reactions', 3],
        ],
      }),
    );
    expect(post.format).toBe('import/linkedin-post');
    expect(post.skipped).toEqual([{ line: 2, reason: 'the date "2026-13-41" cannot be read; the post is taken without it' }]);
  });

  it('reads a company page’s posts below the note', async () => {
    const header =
      'Post title,Post link,Post type,Campaign name,Posted by,Created date,Campaign start date,Campaign end date,Audience,Impressions,Views,Offsite Views,Clicks,Click through rate (CTR),Likes,Comments,Reposts,Follows,Engagement rate,Content Type'.split(
        ',',
      );
    const result = await read(
      'company_content.xlsx',
      xlsx({
        Metrics: [['A note'], ['Date', 'Impressions (organic)'], ['10/08/2026', 5]],
        'All posts': [
          ['Aggregated engagement metrics for your posts.'],
          header,
          [
            'We grow mint',
            link,
            'Organic',
            null,
            'Ann',
            '10/13/2026',
            null,
            null,
            'All followers',
            900,
            null,
            null,
            12,
            0.0133,
            30,
            4,
            2,
            1,
            0.05,
            'Image',
          ],
        ],
      }),
    );
    expect(result.format).toBe('import/linkedin-company');
    expect(short(result)).toEqual([
      {
        id: '7380000000000000001',
        title: 'We grow mint',
        at: '2026-10-13T00:00:00+08:00',
        precision: 'day',
        impressions: 900,
        clickThroughRate: 0.0133,
        likes: 30,
        comments: 4,
        reposts: 2,
        followersGained: 1,
        engagementRate: 0.05,
      },
    ]);
  });

  it('reads one post in Italian', async () => {
    const result = await read(
      'post.xlsx',
      xlsx({
        RENDIMENTO: [
          ['URL post', link],
          ['Data di pubblicazione', '13/10/2026'],
          ['Ora di pubblicazione del post', '09:15'],
          ['Impressioni', '1200'],
          ['Utenti raggiunti', '800'],
          ['Visitatori del profilo da questo post', '3'],
          ['Follower acquisiti da questo post', '1'],
          ['Reazioni', '40'],
          ['Commenti', '5'],
          ['Diffusioni post', '2'],
          ['Salvataggi', '7'],
          ['Invii su LinkedIn', '0'],
        ],
        'PRINCIPALI DATI DEMOGRAFICI': [['Località', 'Milano', '12%']],
      }),
      { zone: 'Europe/Rome' },
    );
    expect(result.format).toBe('import/linkedin-post');
    expect(short(result)).toEqual([
      {
        id: '7380000000000000001',
        title: '',
        at: '2026-10-13T09:15:00+02:00',
        precision: 'minute',
        impressions: 1200,
        reach: 800,
        profileVisits: 3,
        followersGained: 1,
        likes: 40,
        comments: 5,
        reposts: 2,
        saves: 7,
        shares: 0,
      },
    ]);
  });
});
