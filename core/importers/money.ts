/** Revenue and cost from a table the creator keeps elsewhere: `date, type, scene, board, amount, currency, note`, in either language. */
import { type Cost, type MoneyEntry, RETURNS } from '../model/workspace/objects';
import { readDate } from '../text/dates';
import { decimalOf, readFigure } from '../text/figures';
import { parseDelimited } from './delimited';
import { decode } from './encoding';
import { LIMITS, tooLarge } from './limits';
import { Header, plain } from './sheet';
import { ImportError } from './types';

const COLUMNS = {
  date: ['date', 'day', '日期', '时间'],
  type: ['type', 'flow', '类型', '收支'],
  scene: ['scene', 'source', '场景', '收入场景', '来源'],
  board: ['board', 'category', '板块', '类别'],
  part: ['part', '内容环节', '环节'],
  returns: ['return', '回报'],
  amount: ['amount', 'sum', '金额', '数额'],
  currency: ['currency', '币种', '货币'],
  experiment: ['experiment', '试验', '实验'],
  people: ['people', '人力'],
  platform: ['platform', '平台'],
  account: ['account', '账号', '账户'],
  note: ['note', 'memo', '备注', '说明'],
} as const;

const WORDS = {
  flow: { revenue: ['revenue', 'income', '收入'], cost: ['cost', 'expense', 'spending', '支出', '成本', '花费'] },
  board: {
    content: ['content', '内容'],
    business: ['business', 'partnerships', '商务', '商务合作'],
    team: ['team', '团队'],
    tools: ['tools', '工具'],
  },
  part: { script: ['script', '脚本'], production: ['production', '拍摄', '制作'], editing: ['editing', '剪辑'] },
  platform: {
    douyin: ['抖音'],
    xiaohongshu: ['小红书', 'rednote'],
    kuaishou: ['快手'],
    bilibili: ['b站', '哔哩哔哩'],
    channels: ['视频号', '微信视频号'],
    youtube: [],
    tiktok: [],
    instagram: ['ig'],
    facebook: ['fb'],
    x: ['twitter'],
    linkedin: ['领英'],
    weibo: ['微博'],
    other: [],
  },
  returns: { direct: ['direct', '直接'], indirect: ['indirect', '间接'], longTerm: ['longterm', 'long-term', '长期'] },
} as const;
/** ISO 4217's own code for no currency: stands in until a sign beside the amount says more. */
const UNKNOWN = 'XXX';
const YES = ['yes', 'true', '1', '是', 'y'];

function wordOf<T extends string>(words: Record<T, readonly string[]>, text: string): T | null {
  const wanted = plain(text);
  return (
    (Object.keys(words) as T[]).find((key) => plain(key) === wanted || words[key].some((word) => plain(word) === wanted)) ?? null
  );
}

export interface MoneyFile {
  entries: MoneyEntry[];
  skipped: { line: number; reason: 'date' | 'amount' | 'currency' | 'type' | 'board' | 'scene'; excerpt: string }[];
}

/**
 * Reads a money table. The same row of the same file gets the same id, so that adding a file twice adds nothing. Throws `ImportError`
 * when it has no date or no amount column, or is too large.
 */
export function readMoney(bytes: Uint8Array, { now, currency }: { now: number; currency: string | null }): MoneyFile {
  const names = new Set(Object.values(COLUMNS).flat().map(plain));
  const labels = (candidate: string) =>
    candidate
      .slice(0, 2000)
      .split(/[,;\t\r\n]/)
      .filter((cell) => names.has(plain(cell.replaceAll('"', ''))));
  if (bytes.length > LIMITS.text) throw tooLarge();
  const text = decode(bytes, { labels, isOurs: () => false });
  const { rows } = parseDelimited('money', text);
  const [head, ...body] = rows;
  const header = new Header(0, head?.cells ?? []);
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([name, labels]) => [name, header.find(...labels)])) as Record<
    keyof typeof COLUMNS,
    number
  >;
  if (at.date < 0 || at.amount < 0)
    throw new ImportError(
      'This table has no column "date" or none called "amount". The first line must name the columns: date, type, source, category, amount, currency, note.',
    );
  const file: MoneyFile = { entries: [], skipped: [] };
  const seen = new Map<string, number>();
  const decimal = decimalOf(body.map(({ cells }) => cells[at.amount] ?? ''));
  for (const { line, cells } of body) {
    const cell = (name: keyof typeof COLUMNS) => (at[name] < 0 ? '' : (cells[at[name]] ?? '').trim());
    const refuse = (reason: MoneyFile['skipped'][number]['reason']) =>
      void file.skipped.push({ line, reason, excerpt: cells.join(', ').slice(0, 80) });
    const date = readDate(cell('date'), { now, zone: 'UTC' });
    const named = cell('currency').toUpperCase() || currency || undefined;
    const signed = readFigure(cell('amount'), 'money', { decimal, currency: named });
    const figure = signed.kind === 'value' ? signed : readFigure(cell('amount'), 'money', { decimal, currency: UNKNOWN });
    const unit = named ?? (figure.kind === 'value' ? figure.figure.currency : undefined);
    if (!date) refuse('date');
    else if (figure.kind !== 'value' || figure.figure.value <= 0) refuse('amount');
    else if (!unit || unit === UNKNOWN || !/^[A-Z]{3}$/.test(unit)) refuse('currency');
    else {
      const flow =
        wordOf(WORDS.flow, cell('type')) ??
        (cell('type') === '' ? (cell('scene') ? 'revenue' : cell('board') ? 'cost' : null) : null);
      const board = wordOf(WORDS.board, cell('board'));
      if (flow === null) refuse('type');
      else if (flow === 'cost' && board === null) refuse('board');
      else if (flow === 'revenue' && cell('scene') === '') refuse('scene');
      else {
        const key = cells.map((one) => one.trim()).join('\u0000');
        const times = (seen.get(key) ?? 0) + 1;
        seen.set(key, times);
        const base = {
          id: `file:${hash(`${key}\u0000${times}`)}`,
          day: date.at.slice(0, 10),
          amount: figure.figure.value,
          currency: unit,
          note: cell('note').slice(0, 20_000),
        };
        const part = wordOf(WORDS.part, cell('part'));
        const platform = wordOf(WORDS.platform, cell('platform'));
        file.entries.push(
          flow === 'revenue'
            ? {
                ...base,
                flow,
                scene: cell('scene').slice(0, 500),
                returns: wordOf(WORDS.returns, cell('returns')) ?? RETURNS[0],
                ...(platform ? { platform, account: cell('account').slice(0, 500) } : {}),
              }
            : {
                ...base,
                flow,
                board: board as Cost['board'],
                ...(part && board === 'content' ? { contentPart: part } : {}),
                experiment: YES.includes(plain(cell('experiment'))),
                people: YES.includes(plain(cell('people'))) || board === 'team',
              },
        );
      }
    }
  }
  return file;
}

/** Two FNV-1a numbers over the text: enough to tell the rows of one person's books apart. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(16).padStart(8, '0')}${(b >>> 0).toString(16).padStart(8, '0')}`;
}
