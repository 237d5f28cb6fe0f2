/**
 * Where views come from and who the audience is, as a labelled card or table shows it: a heading that is known, and under it names with
 * their shares. Only shares that a page prints are taken; a chart without numbers is not read.
 */
import type { AccountReading } from '../model/reading';
import { clean } from '../text/clean';
import { readFigure } from '../text/figures';
import { type Piece, parentOf } from './sight';
import type { Look } from './types';

type Breakdown = NonNullable<AccountReading['breakdowns']>[number];
type Kind = Breakdown['kind'];

/** Headings of such cards, zh · en · ja · ko · de · es · pt · fr · vi. */
const HEADINGS: Record<Kind, string> = {
  trafficSource:
    '流量来源|流量來源|播放来源|观看来源|观众来源|曝光来源|阅读来源|traffic source|traffic sources|traffic source types|how viewers find your videos|トラフィックソース|トラフィック ソース|トラフィックソースの種類|트래픽 소스|트래픽 소스 유형|zugriffsquelle|zugriffsquellen|traffic-quellen|fuente de tráfico|fuentes de tráfico|origem do tráfego|origens de tráfego|origens do tráfego|source de trafic|sources de trafic|nguồn lưu lượng truy cập|nguồn lưu lượng',
  audience:
    '观众构成|观众类型|观众分布|粉丝与非粉丝|粉丝占比|新老观众|viewer types|viewer type|audience|new and returning viewers|followers and non-followers|視聴者タイプ|視聴者の種類|시청자 유형|zuschauertypen|tipos de espectadores|types de spectateurs|loại người xem',
  age: '年龄|年龄分布|年龄占比|年齡|age|age range|age ranges|top age ranges|年齢|年齢層|연령|연령대|alter|altersgruppe|edad|rango de edad|idade|faixa etária|âge|tranche d’âge|độ tuổi',
  gender: '性别|性别分布|性别占比|性別|gender|gender distribution|성별|geschlecht|género|sexo|gênero|genre|sexe|giới tính',
  region:
    '地域|地域分布|地区|地区分布|省份|省份分布|城市|城市分布|国家/地区|热门地区|location|locations|top locations|countries|top countries|cities|top cities|top territories|geography|geographies|国|地域別|上位の地域|上位の国|市区町村|위치|지역|인기 지역|국가|standorte|länder|top-standorte|ubicación|ubicaciones|ubicaciones principales|países|principales países|localização|localizações|principais localizações|lieux|pays|principaux lieux|vị trí|quốc gia',
};
let headings: Map<string, Kind> | undefined;

const SHARE = /^[<≤]?\s*\d{1,3}(?:[.,]\d{1,2})?\s*%$/;
/** `For You 45.2%`: both in one piece. */
const NAME_AND_SHARE = /^([^<≤]{0,59}[\p{L}\p{N}+)）])[\s:：]+([<≤]?\s*\d{1,3}(?:[.,]\d{1,2})?\s*%)$/u;
const MOST_NAMES = 100;
const LONGEST_NAME = 100;
/** A heading that has no shares so near is a tab or a menu entry. */
const FARTHEST = 6;

export function breakdownsOf(root: ParentNode, look: Look): Breakdown[] {
  const pieces = look.sight.pieces(root);
  if (!pieces.some(({ text }) => text.includes('%'))) return [];
  const found = new Map<Kind, Breakdown | null>();
  for (const piece of pieces) {
    const kind = kindOf(piece.text);
    const shares = kind && sharesUnder(piece, pieces, look);
    if (!kind || !shares) continue;
    const before = found.get(kind);
    // Two cards of one kind that say different things: nothing says which one is meant.
    found.set(kind, before === undefined || same(before?.shares, shares) ? { kind, shares } : null);
  }
  return [...found.values()].filter((each) => each !== null);
}

function kindOf(text: string): Kind | null {
  if (text.length > 60) return null;
  headings ??= new Map(
    (Object.entries(HEADINGS) as [Kind, string][]).flatMap(([kind, words]) =>
      words.split('|').map((word) => [word, kind] as const),
    ),
  );
  return headings.get(clean(text).toLowerCase()) ?? null;
}

/** Names with their shares in the smallest element around a heading that holds at least two, up to the next heading. */
function sharesUnder(heading: Piece, pieces: readonly Piece[], look: Look): Record<string, number> | null {
  let up: Element | null = heading.parent;
  for (let climbed = 0; up && up.tagName !== 'BODY' && climbed < FARTHEST; climbed++, up = parentOf(up)) {
    const around = up;
    const inside = pieces.slice(pieces.indexOf(heading) + 1).filter(({ parent }) => around.contains(parent));
    const end = inside.findIndex(({ text }) => kindOf(text) !== null);
    const own = end < 0 ? inside : inside.slice(0, end);
    if (own.filter(({ text }) => SHARE.test(text) || NAME_AND_SHARE.test(text)).length >= 2) return pairs(own, look);
  }
  return null;
}

/** `name share name share …`, or the other way round throughout; `null` when it is neither. */
function pairs(pieces: readonly Piece[], look: Look): Record<string, number> | null {
  const tokens = pieces.flatMap(({ text }) => {
    const [, name, share] = SHARE.test(text) ? [] : (NAME_AND_SHARE.exec(text) ?? []);
    return name && share ? [name, share] : [text];
  });
  const first = tokens.findIndex((text) => SHARE.test(text));
  const shareFirst = first === 0;
  const shares: [string, number][] = [];
  for (const [at, text] of tokens.entries()) {
    if (!SHARE.test(text)) continue;
    const name = tokens[shareFirst ? at + 1 : at - 1];
    const read = readFigure(text, 'ratio', { lang: look.lang });
    if (name === undefined || SHARE.test(name) || name.length > LONGEST_NAME || read.kind !== 'value') return null;
    shares.push([name, read.figure.value]);
  }
  const names = new Set(shares.map(([name]) => name));
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  // Shares of one whole: rounding may carry it a little above.
  const whole = names.size === shares.length && sum > 0 && sum <= 1.03;
  return whole && shares.length <= MOST_NAMES ? Object.fromEntries(shares) : null;
}

const same = (one: Record<string, number> | undefined, other: Record<string, number>) =>
  JSON.stringify(one) === JSON.stringify(other);
