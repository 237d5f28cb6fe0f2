/**
 * Meta Business Suite (`facts/dashboards-west.md` 3.4, `facts/export-headers.txt`). Content export: one post per row, "Lifetime" figures, times
 * `MM/DD/YYYY HH:mm` in every language. Results export: UTF-16 with `sep=,`, blocks of one metric with one day per row.
 */
import type { AccountMetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import type { Reading } from '../model/reading';
import { clean } from '../text/clean';
import { readDate } from '../text/dates';
import { accountMetricOfLabel } from '../text/labels';
import { formatOf } from '../text/status';
import { readAccountDays } from './days';
import { timeOfId } from './ids';
import { type Role, readPosts } from './posts';
import { findHeader, Header, type Sheet, type SheetFile } from './sheet';
import { emptyResult, type ImportContext, ImportError, type ImportResult } from './types';

/** Labels of the content export, by what they are, in the languages known (en, ja, pt, de, es, fr, it, zh). */
const LABELS = {
  id: 'post id|投稿id|identificação da publicação|id da publicação|beitrags-id|identificador de la publicación|id de la publicación|identifiant de la publication|id post|帖子编号|贴文编号|貼文編號',
  account:
    'account username|page name|アカウントのユーザーネーム|ページ名|nome de usuário da conta|nome da página|konto-benutzername|seitenname|nombre de usuario de la cuenta|nombre de la página|nom d’utilisateur du compte|nom de profil du compte|nom de la page|nome utente dell’account|nome della pagina|账户用户名|帐户用户名|公共主页名称',
  accountName:
    'account name|アカウント名|nome da conta|kontoname|nombre de la cuenta|nom du compte|nome dell’account|账户名称|帐户名称',
  accountId:
    'account id|page id|アカウントid|ページid|identificação da conta|identificação da página|konto-id|seiten-id|identificador de la cuenta|identificador de la página|identifiant du compte|identifiant de la page|id account|id pagina|账户编号|帐户编号|公共主页编号',
  title: 'title|タイトル|título|titel|titre|标题',
  text: 'description|説明|descrição|beschreibung|descripción|descrizione|描述|说明',
  published:
    'publish time|公開時間|horário de publicação|veröffentlichungszeitpunkt|hora de publicación|heure de publication|ora di pubblicazione|发布时间',
  link: 'permalink|リンク|link permanente|enlace permanente|permalien|固定链接|永久链接',
  type: 'post type|投稿タイプ|tipo de publicação|beitragstyp|tipo de publicación|type de publication|tipo di post|帖子类型|贴文类型',
  period: 'date|日時|日付|data|datum|fecha|日期',
  comment:
    'data comment|データコメント|comentário de dados|datenkommentar|comentario de datos|commentaire sur les données|commentaire de données|commento sui dati|数据评论|数据备注',
} as const;
const labels = (name: keyof typeof LABELS) => LABELS[name].split('|');

const LIFETIME =
  /^(lifetime|通算|全期間|vitalício|total|todo o período|gesamte laufzeit|gesamt|de por vida|siempre|toda la vida|à vie|depuis toujours|累计|生命周期|永久)$/i;

function isContent(header: Header): boolean {
  const found = (['id', 'text', 'published', 'link', 'type'] as const).filter((name) => header.has(...labels(name)));
  return (
    header.has(...labels('published')) && found.length >= 3 && (header.has(...labels('type')) || header.has(...labels('link')))
  );
}

/** Instagram by its accounts' user names, its links or its post types; Facebook by its pages. */
function platformOf(sheet: Sheet, header: Header): Platform | null {
  const cells = (at: number) => (at < 0 ? [] : sheet.rows.slice(header.at + 1).map((row) => row.cells[at] ?? ''));
  const links = cells(header.find(...labels('link')));
  const types = cells(header.find(...labels('type')));
  if (
    links.some((link) => /instagram\.com\//i.test(link)) ||
    types.some((type) => /^ig\b|^ig[^a-z]|instagram/i.test(clean(type)))
  )
    return 'instagram';
  if (links.some((link) => /(?:facebook\.com|fb\.watch)\//i.test(link)) || types.some((type) => /facebook/i.test(type)))
    return 'facebook';
  if (
    header.has(
      'account username',
      'アカウントのユーザーネーム',
      'konto-benutzername',
      'nome de usuário da conta',
      'nombre de usuario de la cuenta',
      'nom d’utilisateur du compte',
      'nom de profil du compte',
      'nome utente dell’account',
    )
  )
    return 'instagram';
  return header.has(
    'page id',
    'page name',
    'ページid',
    'ページ名',
    'identificação da página',
    'seitenname',
    'nombre de la página',
    'nom de la page',
    'nome della pagina',
  )
    ? 'facebook'
    : null;
}

/**
 * The zone of the times: where links carry the moment a post was made, the zone in which it agrees with most printed times (the
 * creator's, Pacific time or UTC); else the creator's.
 */
function zoneOf(sheet: Sheet, header: Header, platform: Platform, context: ImportContext): string {
  const link = header.find(...labels('link'));
  const time = header.find(...labels('published'));
  const rows = sheet.rows.slice(header.at + 1).flatMap((row) => {
    const made = timeOfId(platform, null, row.cells[link] ?? '', context.now);
    return made === null ? [] : [{ made, printed: row.cells[time] ?? '' }];
  });
  const agreeing = (zone: string) =>
    rows.filter(({ made, printed }) => {
      const read = readDate(printed, { now: context.now, zone, order: 'mdy' });
      return read !== null && Math.abs(Date.parse(read.at) - made) < 15 * 60_000;
    }).length;
  if (rows.length === 0 || agreeing(context.zone) * 2 >= rows.length) return context.zone;
  return ['America/Los_Angeles', 'UTC'].find((zone) => agreeing(zone) * 2 > rows.length) ?? context.zone;
}

function importContent(sheet: Sheet, header: Header, context: ImportContext): ImportResult {
  const platform =
    platformOf(sheet, header) ?? (context.platform === 'facebook' || context.platform === 'instagram' ? context.platform : null);
  if (!platform)
    throw new ImportError(
      'This export of Meta Business Suite does not say whether it is of Instagram or Facebook: choose the platform.',
      'platform',
    );
  const roles = new Map<number, Role>();
  const set = (role: Role, name: keyof typeof LABELS) => {
    const at = header.find(...labels(name));
    if (at >= 0 && !roles.has(at)) roles.set(at, role);
  };
  set('id', 'id');
  set('publishedAt', 'published');
  set('url', 'link');
  set('title', 'title');
  set(header.has(...labels('title')) ? 'text' : 'title', 'text');
  set('format', 'type');
  set('account', 'account');
  set(header.has(...labels('account')) ? 'other' : 'account', 'accountName');
  set('other', 'accountId');
  set('other', 'comment');
  const period = header.labels.findIndex((_, at) => !roles.has(at) && header.find(...labels('period')) === at);
  if (period >= 0) roles.set(period, 'other');
  return readPosts(
    sheet,
    {
      platform,
      page: 'import/meta-content',
      header,
      roles,
      order: 'mdy',
      zone: zoneOf(sheet, header, platform, context),
      finish: (reading, _, row) => {
        const covered = clean(row.cells[period] ?? '');
        if (
          period >= 0 &&
          covered !== '' &&
          !LIFETIME.test(covered) &&
          readDate(covered, { now: context.now, zone: context.zone, order: 'mdy' })
        ) {
          return `figures of one day (${covered}), not of the post's life: export with "Lifetime"`;
        }
        return withFormat(reading, clean(row.cells[header.find(...labels('type'))] ?? ''));
      },
    },
    context,
  );
}

/** `IG reel`, `Instagram story`, `IGリール動画`, `Foto do Instagram`: the platform's name is no part of the kind. */
function withFormat(reading: Reading, type: string): Reading {
  const kind = type.replace(/^(ig|instagram|facebook|fb)\s*/i, '').replace(/\s*(do|de|von|on)?\s*(ig|instagram|facebook)$/i, '');
  const format = reading.post.format ?? formatOf(kind);
  return format === reading.post.format ? reading : { ...reading, post: { ...reading.post, format } };
}

/** A block of the results export: a line with the metric's title, the header, then days. */
interface Block {
  title: string;
  at: number;
  rows: number;
}

function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  const filled = (at: number) => (sheet.rows[at]?.cells ?? []).filter((cell) => cell.trim() !== '');
  const isDay = (at: number) => /^\d{4}-\d\d-\d\dT/.test(clean(sheet.rows[at]?.cells[0] ?? ''));
  for (let at = 0; at + 1 < sheet.rows.length; at += 1) {
    const title = filled(at);
    if (title.length !== 1 || isDay(at) || filled(at + 1).length < 2 || isDay(at + 1)) continue;
    let end = at + 2;
    while (end < sheet.rows.length && isDay(end)) end += 1;
    if (end > at + 2) blocks.push({ title: clean(title[0] ?? ''), at: at + 1, rows: end - at - 2 });
  }
  return blocks;
}

const NAMED: [RegExp, Platform][] = [
  [/^instagram\s+|\s+(?:on|auf|en|no|do|sur|su)\s+instagram$|^instagram/i, 'instagram'],
  [/^facebook\s+(?:page\s+)?|\s+(?:on|auf|en|no|do|sur|su)\s+facebook$|^facebook/i, 'facebook'],
];
/** Whole titles only: "Paid reach" and "Net follows" are other figures. */
const TITLES: [RegExp, AccountMetricName][] = [
  [
    /^(?:(?:page|profile|page and profile) )?visits$|^profile views$|^(?:(?:プロフィール|ページ)への)?アクセス(?:数)?$/i,
    'profileVisits',
  ],
  [/^(?:new )?follows$|^new likes and follows$|^new followers$|^フォロー数$/i, 'followersGained'],
  [/^unfollows$/i, 'followersLost'],
  [/^likes$/i, 'likes'],
  [/^(?:(?:page|profile) )?reach$|^リーチ(?:数)?$/i, 'reach'],
];

function importResults(sheet: Sheet, blocks: readonly Block[], context: ImportContext): ImportResult {
  const result = emptyResult('import/meta-results');
  let current: Platform | null = context.platform === 'facebook' || context.platform === 'instagram' ? context.platform : null;
  for (const { title, at, rows } of blocks) {
    const named = NAMED.find(([pattern]) => pattern.test(title));
    const platform: Platform | null = named?.[1] ?? current;
    const bare = named ? title.replace(named[0], '').trim() : title;
    const metric = accountMetricOfLabel(bare, platform) ?? TITLES.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
    if (named) current = named[1];
    if (!platform || !metric) {
      result.unknownColumns.push(title);
      continue;
    }
    // The column's own name may be wrong (`visits` under "Facebook Page likes"): the block's title says what it is.
    const header = new Header(at, sheet.rows[at]?.cells ?? []);
    const block = readAccountDays(
      sheet,
      { platform, page: result.format, header, day: 0, rows, metrics: new Map([[1, metric]]) },
      context,
    );
    result.accountReadings.push(...block.accountReadings);
    result.skipped.push(...block.skipped);
  }
  return result;
}

export function importMeta({ sheets }: SheetFile, context: ImportContext): ImportResult | null {
  const [sheet] = sheets;
  if (!sheet) return null;
  const header = findHeader(sheet, null);
  if (header && isContent(header)) return importContent(sheet, header, context);
  const blocks = blocksOf(sheet);
  return blocks.length > 0 ? importResults(sheet, blocks, context) : null;
}
