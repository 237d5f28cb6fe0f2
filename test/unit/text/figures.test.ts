import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../../core/model/metrics';
import {
  decimalOf,
  type FigureContext,
  figureWords,
  findFigure,
  readFigure,
  readMetric,
  unitsOfLabel,
} from '../../../core/text/figures';

const value = (raw: string, unit: Unit = 'count', context: FigureContext = {}) => {
  const read = readFigure(raw, unit, context);
  return read.kind === 'value' ? read.figure.value : read.kind;
};
const interval = (raw: string, unit: Unit = 'count', context: FigureContext = {}) => {
  const read = readFigure(raw, unit, context);
  return read.kind === 'value' ? [read.figure.low, read.figure.high] : read.kind;
};

describe('counts as dashboards print them', () => {
  test.each<[string, number, string?]>([
    ['0', 0],
    ['13', 13],
    ['2,940', 2940],
    ['582,735', 582735],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1.2万', 12000],
    ['1.2 万', 12000],
    ['3.4w', 34000],
    ['210.14万', 2101400],
    ['1,234万', 12340000],
    ['1.5亿', 150000000],
    ['2億', 200000000],
    ['4.5萬', 45000],
    ['1.5천', 1500],
    ['54.8만', 548000],
    ['3억', 300000000],
    ['1.2K', 1200],
    ['69k', 69000],
    ['1.2M', 1200000],
    ['1.2B', 1200000000],
    ['1,2 Tsd.', 1200, 'de'],
    ['1,2 Mio.', 1200000, 'de'],
    ['3 Mrd.', 3000000000, 'de'],
    ['54 mil', 54000, 'pt-BR'],
    ['1,2 mi', 1200000, 'pt-BR'],
    ['3,4 тыс.', 3400, 'ru'],
    ['3,4 тис.', 3400, 'uk'],
    ['2 млн', 2000000, 'uk'],
    ['1,2 Tr', 1200000, 'vi'],
    ['1.234', 1234, 'de'],
    ['1.171', 1171, 'pt-BR'],
    ['1 234', 1234, 'fr'],
    ['1\u202f234', 1234],
    ['12\u00a0345\u00a0678', 12345678],
    ['12,34,567', 1234567, 'en-IN'],
    ['1938.0', 1938],
    ['１２，３４５', 12345],
    ['１．２万', 12000],
    ['١٬٢٣٤', 1234],
    ['1\u00ad2\u200b3', 123],
    ['\u200f42\u200e', 42],
  ])('%j is %d', (raw, expected, lang) => expect(value(raw, 'count', { lang })).toBe(expected));

  test.each([
    ['1.2万', [11500, 12500]],
    ['210.14万', [2101350, 2101450]],
    ['1万', [5000, 15000]],
    ['69K', [68500, 69500]],
    ['12,345', [12345, 12345]],
    ['0', [0, 0]],
  ])('%j lies in %j', (raw, expected) => expect(interval(raw)).toEqual(expected));

  test.each([
    '',
    ' ',
    '-',
    '--',
    '—',
    '–',
    '‑‑',
    '－',
    '－－',
    '- -',
    '暂无',
    '暂无数据',
    'N/A',
    'n/a',
    'undefined',
    '无',
    '…',
    '-%',
    '--秒',
  ])('%j is absent', (raw) => expect(readFigure(raw, 'count').kind).toBe('absent'));

  test.each([
    '1.234',
    '1.234K',
    '1 234',
    '12,34,567',
    '1,23,456',
    '1,2',
    '13.5',
    '+491',
    '+491 (vs 1d ago)',
    '-1',
    '−1',
    '(12)',
    'NaN',
    'Infinity',
    '9'.repeat(400),
    `${'9'.repeat(20)}`,
    '1e5',
    '0x10',
    '007',
    '10万+',
    '0.0万',
    '0K',
    '12%',
    '5 m',
    '1,2,3',
    '1.2.3',
    '1,234.567.8',
    '3:20',
    '1/2',
    'H264',
    '播放 13',
    'Anzeigen deaktiviert',
    '<script>',
    '1.2X',
  ])('%j is refused', (raw) => expect(readFigure(raw, 'count').kind).toBe('refused'));

  test('a lone separator follows the language, and the page where it proves another', () => {
    expect(value('1.234', 'count', { lang: 'en' })).toBe('refused');
    expect(value('1,234', 'count', { lang: 'de' })).toBe('refused');
    expect(value('1,234', 'count', { lang: 'de', decimal: '.' })).toBe(1234);
    expect(value('1.234', 'count', { lang: 'en', decimal: ',' })).toBe(1234);
    expect(value('1.234', 'count', { lang: 'not a language' })).toBe('refused');
    expect(value('1.234.567', 'count', { decimal: '.' })).toBe('refused');
    expect(value('1,2 Mio.', 'count', { decimal: '.' })).toBe('refused');
  });

  test('numerals of Chinese, Japanese and Korean are read together', () => {
    expect(['1.2千万', '3百万', '5十万', '2千亿', '3백만'].map((raw) => value(raw, 'count'))).toEqual([
      12e6, 3e6, 5e5, 2e11, 3e6,
    ]);
    expect(['3百', '5万千', '2百度'].map((raw) => value(raw, 'count'))).toEqual(['refused', 'refused', 'refused']);
  });

  test('a magnitude belongs to the language of the page', () => {
    for (const lang of ['cs', 'sk', 'ro', 'hr']) expect(value('1,2 mil.', 'count', { lang }), lang).toBe(1_200_000);
    for (const lang of ['es', 'pt-BR', 'pt-PT']) expect(value('1,2 mil', 'count', { lang }), lang).toBe(1200);
    for (const lang of ['it', 'de', 'en', undefined]) expect(value('2 mil', 'count', { lang }), lang).toBe('refused');
    expect(value('150 rb', 'count', { lang: 'id' })).toBe(150_000);
    expect(value('150 rb', 'count', { lang: 'en' })).toBe('refused');
    expect(value('12 हज़ार', 'count', { lang: 'hi' })).toBe(12_000);
    expect(value('12 mM', 'count', { lang: 'pt-PT' })).toBe(12e9);
    expect(value('7 Mi', 'count', { lang: 'it' })).toBe('refused');
    expect(value('12 t', 'count', { lang: 'da' })).toBe('refused');
  });

  test('a letter that means another magnitude elsewhere is not guessed', () => {
    expect(value('1,2 B', 'count', { lang: 'tr' })).toBe('refused');
    expect(value('1,2 M', 'count', { lang: 'id' })).toBe('refused');
    expect(value('1,2 N', 'count', { lang: 'vi' })).toBe(1200);
    expect(value('1.2 N', 'count', { lang: 'en' })).toBe('refused');
  });
});

describe('shares, durations, stars, money, signed', () => {
  test.each<[string, Unit, number | string, FigureContext?]>([
    ['7.69%', 'ratio', 0.0769],
    ['5.30%', 'ratio', 0.053],
    ['20%', 'ratio', 0.2],
    ['0%', 'ratio', 0],
    ['100%', 'ratio', 1],
    ['7,69 %', 'ratio', 0.0769],
    ['％7.5'.replace('％', '%'), 'ratio', 0.075],
    ['1.234%', 'ratio', 0.01234],
    ['<1%', 'ratio', 0.005],
    ['< 1%', 'ratio', 0.005],
    ['769%', 'ratio', 'refused'],
    ['-3%', 'ratio', 'refused'],
    ['0.106', 'ratio', 'refused'],
    ['0.106', 'ratio', 0.106, { percent: false }],
    ['6.98', 'ratio', 0.0698, { percent: true }],
    ['16秒', 'seconds', 16],
    ['6.85秒', 'seconds', 6.85],
    ['0:04:34', 'seconds', 274],
    ['2h 55m', 'seconds', 10500],
    ['16', 'seconds', 'refused'],
    ['16', 'seconds', 16, { seconds: 1 }],
    ['251.3464', 'seconds', 904847.04, { seconds: 3600 }],
    ['1.2K', 'seconds', 4320000, { seconds: 3600 }],
    ['0m', 'seconds', 'refused'],
    ['3.5星', 'stars', 3.5],
    ['6星', 'stars', 'refused'],
    ['-70', 'signed', -70],
    ['−70', 'signed', -70],
    ['+18', 'signed', 18],
    ['-1.2K', 'signed', -1200],
    ['$12.34', 'money', 12.34, { lang: 'en' }],
    ['$12.34', 'money', 'refused', { lang: 'es-MX' }],
    ['12,34 €', 'money', 12.34],
    ['US$1,234.56', 'money', 1234.56],
    ['¥100', 'money', 100, { lang: 'ja' }],
    ['¥100', 'money', 'refused'],
    ['-$2.00', 'money', -2, { lang: 'en-US' }],
    ['7.5', 'money', 7.5, { currency: 'JPY' }],
  ])('%j as %s is %j', (raw, unit, expected, context) => expect(value(raw, unit, context)).toBe(expected));

  test('money names its currency', () => {
    const read = readFigure('12,34 €', 'money');
    expect(read.kind === 'value' && read.figure.currency).toBe('EUR');
  });

  test('a negative figure keeps low below high', () => {
    expect(interval('-1.2K', 'signed')).toEqual([-1250, -1150]);
  });
});

describe('a metric is read with what its label says', () => {
  test.each([
    ['8.5', 'clickThroughRate', 'Impressions click-through rate (%)', 0.085],
    ['7807.6061', 'watchSeconds', 'Watch time (hours)', 28107381.96],
    ['12', 'watchSeconds', '総再生時間（単位: 時間）', 43200],
    ['4', 'watchSeconds', 'Wiedergabezeit (Stunden)', 14400],
    ['104.5', 'averageViewedShare', 'Average percentage viewed (%)', 1.045],
    ['104.5%', 'completionRate', '完播率', 'refused'],
    ['12', 'revenue', '推定収益 (JPY)', 12],
  ] as const)('%j of %s under %j is %j', (raw, metric, label, expected) => {
    const read = readMetric(raw, metric, label);
    expect(read.kind === 'value' ? read.figure.value : read.kind).toBe(expected);
  });

  test('a bracket that is no unit says nothing', () => {
    expect(unitsOfLabel('Likes (new)')).toEqual({});
    expect(unitsOfLabel('Likes (vs. dislikes)')).toEqual({});
  });
});

describe('the one figure in a short text', () => {
  test.each([
    ['7 likes', 7],
    ['1,234 impressions', 1234],
    ['4 마음에 들어요', 4],
    ['208 조회수', 208],
    ['12 Likes. Like', 12],
    ['1.2万次观看', 12000],
    ['1.2K views', 1200],
    ['播放13', 13],
    ['共26个作品', 26],
    ['全部笔记(366)', 366],
    ['Views: 208', 208],
    ['100.0%', 'refused'],
    ['3 of 120', 'refused'],
    ['+491 views', 'refused'],
    ['H264', 'refused'],
    ['no number', 'refused'],
    ['--', 'absent'],
  ])('%j gives %j', (raw, expected) => {
    const read = findFigure(raw, 'count');
    expect(read.kind === 'value' ? read.figure.value : read.kind).toBe(expected);
  });
});

describe('words behind a number', () => {
  const labels = new Set(['mi piace', 'me gusta']);
  const meaning = (label: string) => labels.has(label.toLowerCase());
  test.each<[string, string, string | null]>([
    ['7 Mi piace', 'it', '7'],
    ['12 Mi piace. Mi piace', 'it', '12'],
    ['3 Me gusta', 'es', '3'],
    ["7 M'agrada", 'ca', '7'],
    ['7 M’agrada', 'ca', '7'],
    ['4 Mi sconosciuti', 'it', null],
    ['12 rb suka', 'id', '12rb'],
    ['12 rb suka', 'en', null],
    ['12 lakh', 'en-IN', '12lakh'],
    ['2 crore likes', 'en-IN', '2crore'],
    ['2 crore likes', 'en', '2crore'],
    ['5 thousand likes', 'en', '5thousand'],
    ['12 B beğeni', 'tr', null],
    ['12 tn gilla', 'sv', '12tn'],
    ['12 t. tykkäystä', 'fi', null],
    ['12 हज़ार पसंद', 'hi', '12हज़ार'],
    ['12 mil. To se mi líbí', 'cs', '12mil.'],
    ['12 mil Me gusta', 'es', '12mil'],
    ['5 mil millones de vistas', 'es', null],
    ['12 mil likes', 'en', null],
    ['1.2千万次观看', 'zh-CN', '1.2千万'],
    ['3百万', 'zh-CN', '3百万'],
    ['13 만족', 'ko', null],
    ['1.2만회', 'ko', '1.2만'],
    ['7 views', 'en', '7'],
    ['15 „Gefällt mir“', 'de', '15'],
  ])('%j in %s is %j', (raw, lang, expected) => expect(figureWords(raw, { lang, meaning })).toBe(expected));

  test.each([
    '10万+',
    '10 万＋ 次',
    '1K+ likes',
    '1K + likes',
    '10万多次',
    '10万以上',
    '超10万',
    '超过 10 万次播放',
    '约1.2万',
    'over 1K likes',
    '1만 이상',
  ])('%j is masked: it has no figure', (raw) =>
    expect([figureWords(raw), findFigure(raw, 'count').kind]).toEqual([null, 'refused']),
  );
});

describe('what a page proves about its decimal sign', () => {
  test.each([
    [['1,2 Tsd.', '1.234', '7,69%'], ','],
    [['1.2K', '1,234'], '.'],
    [['1.234.567'], ','],
    [['1,234,567'], '.'],
    [['1,234.5'], '.'],
    [['1,234', '56'], undefined],
    [['1.2K', '1,2K'], undefined],
    [['26.06.2026', '—', ''], undefined],
  ])('%j proves %j', (texts, expected) => expect(decimalOf(texts)).toBe(expected));
});

describe('for any number', () => {
  const locales = ['en', 'zh-CN', 'ja', 'ko', 'de', 'es-ES', 'es-419', 'pt-BR', 'fr', 'vi', 'uk', 'ru', 'en-IN'];
  test('a whole number printed in full is read back exactly', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.nat({ max: 2_000_000_000 }), (lang, number) => {
        const read = readFigure(new Intl.NumberFormat(lang, { useGrouping: 'always' }).format(number), 'count', { lang });
        expect(read).toMatchObject({ kind: 'value', figure: { value: number, low: number, high: number } });
      }),
    );
  });

  test('a compact number holds the true one in its interval', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'pt-BR', 'fr', 'vi', 'uk', 'ru'),
        fc.integer({ min: 1000, max: 999_000_000 }),
        (lang, number) => {
          const printed = new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(number);
          const read = readFigure(printed, 'count', { lang });
          if (read.kind !== 'value') throw new Error(`${printed} (${lang}): ${JSON.stringify(read)}`);
          expect(read.figure.low).toBeLessThanOrEqual(number);
          expect(read.figure.high).toBeGreaterThanOrEqual(number);
          expect(read.figure.high - read.figure.low).toBeLessThanOrEqual(1.01 * read.figure.value);
        },
      ),
    );
  });

  test('a percentage is read back in its interval', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.double({ min: 0, max: 1, noNaN: true }), (lang, share) => {
        const read = readFigure(
          new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 2 }).format(share),
          'ratio',
          { lang },
        );
        if (read.kind !== 'value') throw new Error(JSON.stringify(read));
        expect(Math.abs(read.figure.value - share)).toBeLessThanOrEqual(0.000051);
        expect(read.figure.low).toBeLessThanOrEqual(share + 1e-12);
        expect(read.figure.high).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });

  test('no text throws, and every value is finite with low <= value <= high', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9.,' \u00a0\u202f%+<(-]{0,12}[万亿KMB秒smh%]?$/),
      fc.bigInt().map(String),
      fc.double().map(String),
    );
    const units: Unit[] = ['count', 'ratio', 'seconds', 'money', 'stars', 'signed'];
    fc.assert(
      fc.property(
        garbage,
        fc.constantFrom(...units),
        fc.option(fc.constantFrom(...locales), { nil: undefined }),
        (raw, unit, lang) => {
          for (const read of [readFigure(raw, unit, { lang, percent: true, seconds: 1 }), findFigure(raw, unit, { lang })]) {
            if (read.kind !== 'value') continue;
            const { value: number, low, high, raw: kept } = read.figure;
            expect(Number.isFinite(number) && low <= number && number <= high && kept !== '').toBe(true);
            expect(high - low).toBeLessThanOrEqual(Math.max(1, 1.01 * Math.abs(number)));
            if (unit === 'count') expect(number >= 0 && Number.isInteger(number)).toBe(true);
            if (unit === 'ratio') expect(number).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** What mutation testing found untold: each line was read by hand. A refusal is told by its reason. */
describe('what no other case tells', () => {
  const said = (raw: string, unit: Unit, context: FigureContext) => {
    const read = readFigure(raw, unit, context);
    if (read.kind !== 'value') return read.kind === 'refused' ? read.reason : read.kind;
    const { value: of, low, high, currency } = read.figure;
    return [of, low, high, ...(currency ? [currency] : [])];
  };
  test.each<[string, FigureContext, number | string]>([
    // Groups of two belong to the languages of India, and end with a group of three.
    ['12,34,567', { lang: 'hi' }, 1234567],
    ['1,23,45,678', { lang: 'en-IN' }, 12345678],
    ['12,34,567', { lang: 'en' }, 'unknown grouping'],
    ['123,45,678', { lang: 'hi' }, 'unknown grouping'],
    ['12,345,67', { lang: 'hi' }, 'unknown grouping'],
    ['12,3,456', { lang: 'hi' }, 'unknown grouping'],
    ['12,34,567', { lang: 'xhi' }, 'unknown grouping'],
    // No number begins with a zero, and its first group has three digits at most.
    ['0,123,456', { lang: 'en' }, 'unknown grouping'],
    ['1234,567,890', { lang: 'en' }, 'unknown grouping'],
    ['1,234,56', { lang: 'en' }, 'unknown grouping'],
    ['00,234', { lang: 'en' }, 'not a whole number'],
    ['0012', {}, 'not a count'],
    ['10,234', {}, 10234],
    ['10,234', { lang: 'en' }, 10234],
    // Two kinds of separator: groups, then a decimal sign, and none of it against the page.
    ['1.234.567,00', {}, 1234567],
    ['1.234.567,00', { decimal: '.' }, 'its separators contradict the page'],
    ['1.234,567.00', {}, 'unknown grouping'],
    ['1,234 567', {}, 'unknown grouping'],
    ['1,234,567', { decimal: ',' }, 'its separators contradict the page'],
    ["1'234'567", {}, 1234567],
    ['1 234', { lang: 'fr' }, 1234],
    ['1 234', { lang: 'xfr' }, 'two numbers or one'],
    ['999999999999999', {}, 999999999999999],
    ['1000000000000000', {}, 'more digits than a figure can have'],
    ['30.00', {}, 30],
    ['+12', {}, 'a change, not a total'],
    ['-12', {}, 'negative'],
  ])('%s with %o is %s', (raw, context, expected) => {
    const read = said(raw, 'count', context);
    // A count is exact.
    expect(read).toEqual(typeof expected === 'number' ? [expected, expected, expected] : expected);
  });
  test.each<[string, Unit, FigureContext, unknown]>([
    ['1.5万', 'count', {}, [15000, 14500, 15500]],
    ['1.234万', 'count', { lang: 'de' }, [12340, 12335, 12345]],
    ['<0.5%', 'ratio', {}, [0.0025, 0, 0.005]],
    ['< 0,12 %', 'ratio', {}, [0.0006, 0, 0.0012]],
    ['<100%', 'ratio', {}, [0.5, 0, 1]],
    ['<101%', 'ratio', {}, 'not a share'],
    ['<0%', 'ratio', {}, 'not a share'],
    ['7.694%', 'ratio', { decimal: ',' }, 'more than 100 %'],
    ['%12', 'ratio', {}, [0.12, 0.115, 0.125]],
    ['12.5', 'ratio', { percent: true }, [0.125, 0.1245, 0.1255]],
    ['0.125', 'ratio', { percent: false }, [0.125, 0.1245, 0.1255]],
    ['100%', 'ratio', {}, [1, 0.995, 1.005]],
    ['5', 'stars', {}, [5, 5, 5]],
    ['4.8 stars', 'stars', {}, [4.8, 4.75, 4.85]],
    ['1 star', 'stars', {}, [1, 1, 1]],
    ['5.1', 'stars', {}, 'more than five stars'],
    ['1:05', 'seconds', {}, [65, 64.5, 65.5]],
    ['2h', 'seconds', {}, [7200, 5400, 9000]],
    ['0:00', 'seconds', {}, [0, 0, 0.5]],
    ['0 min', 'seconds', {}, 'rounded to nothing'],
    ['10', 'seconds', { seconds: 60 }, [600, 570, 630]],
    ['0', 'seconds', { seconds: 3600 }, [0, 0, 0]],
    ['12 elephants', 'seconds', { seconds: 1 }, 'not a duration'],
    ['$1,234.50', 'money', { lang: 'en-US' }, [1234.5, 1234.495, 1234.505, 'USD']],
    ['$1,234.50', 'money', { lang: 'en-AU' }, 'an amount in an unknown currency'],
    ['$1,234.50', 'money', { lang: 'den' }, 'an amount in an unknown currency'],
    ['¥1,234', 'money', { lang: 'ja' }, [1234, 1233.5, 1234.5, 'JPY']],
    ['￥12.50', 'money', { lang: 'zh-CN' }, [12.5, 12.495, 12.505, 'CNY']],
    ['¥1,234', 'money', { lang: 'ko' }, 'an amount in an unknown currency'],
    ['EUR 12.50', 'money', { lang: 'en' }, [12.5, 12.495, 12.505, 'EUR']],
    ['1.2万元', 'money', { lang: 'zh-CN' }, [12000, 11500, 12500, 'CNY']],
    ['1.234万元', 'money', {}, [12340, 12335, 12345, 'CNY']],
    ['¥3.5万', 'money', { lang: 'zh-CN' }, [35000, 34500, 35500, 'CNY']],
    ['2.5億円', 'money', { lang: 'ja' }, [250000000, 245000000, 255000000, 'JPY']],
    ['万元', 'money', { lang: 'zh-CN' }, 'not an amount'],
    ['€1.2K', 'money', { lang: 'en' }, [1200, 1150, 1250, 'EUR']],
    ['€ 12 USD', 'money', { lang: 'en' }, 'an amount in an unknown currency'],
    ['-€3.20', 'money', { lang: 'en' }, [-3.2, -3.205, -3.195, 'EUR']],
    ['1.234 €', 'money', {}, 'thousands or a fraction'],
    ['-0', 'signed', {}, [0, 0, 0]],
  ])('%s as %s with %o is %s', (raw, unit, context, expected) => {
    expect(said(raw, unit, context)).toEqual(expected);
  });
  test.each<[string[], '.' | ',' | undefined]>([
    [['12,345.67'], '.'],
    [['123.456.789,5'], ','],
    [["1'234.5"], '.'],
    [['1234567,5'], ','],
    [['1,234567'], ','],
    [['123,456,789'], '.'],
    [['reached 1,2'], undefined],
    [['1,2 of 3,4'], undefined],
  ])('%o proves %s', (texts, sign) => {
    expect(decimalOf(texts)).toBe(sign);
  });
  test('a label that names a thousandth of a second, or nothing', () => {
    for (const label of ['平均（ms）', '耗时（毫秒）', 'Dauer (ms']) expect(unitsOfLabel(label)).toEqual({ seconds: 0.001 });
    expect(unitsOfLabel('时长（单位：秒）')).toEqual({ seconds: 1 });
    expect(unitsOfLabel('Share (percent)')).toEqual({ percent: true });
    for (const label of ['Views (ABCD)', 'Items (items)', 'Views']) expect(unitsOfLabel(label)).toEqual({});
  });
  test('what is kept of a text is what stood there, without the blanks around it', () => {
    expect(readFigure('  1,234 ', 'count', {})).toMatchObject({ figure: { raw: '1,234' } });
    expect(readFigure(` ${'1,234'.padEnd(50)}`, 'count', {})).toMatchObject({ figure: { raw: '1,234' } });
  });
});
