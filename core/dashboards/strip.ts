/**
 * Takes everything out of a saved dashboard page that is not structure: scripts, styles, media, ids, and every text that is neither
 * a figure, a date nor a word of the dashboards' own vocabulary. What is personal is replaced by something of the same shape, the same
 * thing always by the same, so that the page can still be read.
 */
import { readDate } from '../text/dates';
import { accountMetricOfLabel, fieldOfLabel, metricOfLabel } from '../text/dictionary';
import { readDuration } from '../text/durations';
import { isAbsent } from '../text/figures';
import { shapeOf } from '../text/shape';
import { formatOf, statusOf } from '../text/status';

export interface StripOptions {
  /** Texts that are personal for sure (titles, names) and what to put in their place. */
  replacements: ReadonlyMap<string, string>;
  /** Milliseconds since the epoch, and IANA zone: for telling dates from text. */
  now: number;
  zone: string;
}

const GONE = 'script, style, link, noscript, object, embed, audio, source, track, canvas, base, meta:not([charset])';
/** Attributes that can be evidence. Everything else goes. */
const KEPT =
  /^(?:class|id|role|hidden|type|colspan|rowspan|scope|datetime|lang|dir|shadowrootmode|name|d|viewbox|slot|title|alt|href|src|value|placeholder|style|aria-[\w-]+|data-[\w-]+)$/i;
/** Inline style that decides what is visible. */
const TELLING_STYLE = /^(?:display|visibility|opacity|position|left|top|width|height|overflow)$/;
const ICON = /(?:^|\/)(icon[-_][\w-]+)(?:\.[\w.-]+)?\.(svg|png)/i;
/** Ids as platforms write them: long numbers, hexadecimal, base64-like. */
const ID = /(?<![\w-])(?:\d{8,}|[0-9a-f]{16,}|BV[0-9A-Za-z]{10}|(?=[\w-]*\d)(?=[\w-]*[a-zA-Z])[\w-]{11,})(?![\w-])/g;

/** Changes the document. Returns the texts that were replaced, for review. */
export function stripPage(document: Document, options: StripOptions): string[] {
  const replaced = new Set<string>();
  for (const root of rootsOf(document)) {
    for (const element of root.querySelectorAll(GONE)) element.remove();
    for (const element of root.querySelectorAll('*')) {
      for (const attribute of [...element.attributes]) {
        const value = KEPT.test(attribute.name) ? withoutNames(stripAttribute(attribute, options, replaced), options) : null;
        if (value === null) element.removeAttribute(attribute.name);
        else element.setAttribute(attribute.name, value);
      }
    }
    stripTexts(root, options, replaced);
  }
  return [...replaced];
}

function* rootsOf(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield root;
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) yield* rootsOf(element.shadowRoot);
}

function stripTexts(root: Node, options: StripOptions, replaced: Set<string>): void {
  for (const node of [...root.childNodes]) {
    if (node.nodeType === 8) node.parentNode?.removeChild(node);
    else if (node.nodeType === 3) node.nodeValue = stripText(node.nodeValue ?? '', options, replaced);
    else stripTexts(node, options, replaced);
  }
}

function stripAttribute({ name, value }: Attr, options: StripOptions, replaced: Set<string>): string | null {
  switch (name.toLowerCase()) {
    case 'src':
    case 'href': {
      const icon = ICON.exec(value);
      if (icon) return `icons/${icon[1]}.${icon[2]}`;
      return name === 'src' ? coverKey(value) : pseudonym(value.split('#')[0] ?? '');
    }
    case 'd':
      return value.slice(0, 24);
    case 'style':
      return tellingStyle(value);
    case 'class':
    case 'id':
    case 'role':
      return value;
    case 'title':
    case 'alt':
    case 'placeholder':
    case 'value':
    case 'aria-label':
      return stripText(value, options, replaced);
    default:
      return /[<>]|\s\S+\s/.test(value) && !value.startsWith('{') ? '' : pseudonym(value);
  }
}

/** Names of people stand in addresses too. */
const HANDLE = /(?<=\/@|\/in\/|^(?:https:\/\/(?:x|twitter)\.com)?\/(?=\w{1,15}\/status\/))[^/?#]+/g;

function withoutNames(value: string | null, { replacements }: StripOptions): string | null {
  if (value === null || value === '') return value;
  let text = value.replace(HANDLE, 'someone');
  for (const [name, other] of replacements) if (name.length > 1 && text.includes(name)) text = text.replaceAll(name, other);
  return text;
}

/** A cover's address may carry the post's key (`clientCacheKey`); nothing else of it is kept. */
function coverKey(address: string): string {
  const key = /[?&]clientCacheKey=([\w-]+)/.exec(address)?.[1];
  return key ? `data:,?clientCacheKey=${pseudonym(key)}` : 'data:,';
}

function tellingStyle(style: string): string | null {
  const parts = style.split(';').filter((part) => TELLING_STYLE.test(part.split(':')[0]?.trim() ?? ''));
  return parts.length > 0 ? `${parts.map((part) => part.trim()).join('; ')};` : null;
}

/** Each id by another one of the same letters and length. */
function pseudonym(text: string): string {
  return text.replace(ID, (id) => {
    let state = 7;
    for (const letter of id) state = (state * 31 + letter.charCodeAt(0)) >>> 0;
    const next = (choices: string) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return choices.charAt((state >>> 16) % choices.length);
    };
    const prefix = /^BV1?/.exec(id)?.[0] ?? '';
    const hex = /^[0-9a-f]+$/.test(id);
    const rest = id.slice(prefix.length).replace(/[0-9]/g, () => next('123456789'));
    return (
      prefix +
      rest
        .replace(/[a-z]/g, () => next(hex ? 'abcdef' : 'abcdefghjkmnpqrstuvwxyz'))
        .replace(/[A-Z]/g, () => next('ABCDEFGHJKLMNPQRSTUVWXYZ'))
    );
  });
}

function stripText(text: string, options: StripOptions, replaced: Set<string>): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (core === '') return text.replace(/\s+/g, ' ');
  const known = options.replacements.get(core.replace(/\s+/g, ' '));
  if (known !== undefined) return before + known + after;
  if (isVocabulary(core, options)) return text;
  replaced.add(core);
  return before + shapeOf(core) + after;
}

function isVocabulary(text: string, { now, zone }: StripOptions): boolean {
  if (isAbsent(text) || /^[\s\d.,:%+\-–—|/()（）]*$/.test(text)) return true;
  if (/^[\d.,]+\s*(?:\p{L}{1,3}|%)$/u.test(text) || readDuration(text) !== null || readDate(text, { now, zone }) !== null)
    return true;
  if (
    /^[-\s]*(?:共\s*)?[\d,]+\s*(?:个作品|篇笔记|个视频|条|张)[-\s]*$/.test(text) ||
    /^\p{Script=Han}{1,4}\s*[（(]?\d*[)）]?$/u.test(text)
  )
    return true;
  return text
    .split(/[|｜]/)
    .every(
      (part) =>
        metricOfLabel(part, null) || fieldOfLabel(part) || accountMetricOfLabel(part, null) || statusOf(part) || formatOf(part),
    );
}
