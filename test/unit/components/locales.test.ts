import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { panel as enPanel } from '../../../assets/locales/en/panel';
import { ui as enUi } from '../../../assets/locales/en/ui';
import { workbench as enWorkbench } from '../../../assets/locales/en/workbench';
import { panel as zhPanel } from '../../../assets/locales/zh-CN/panel';
import { ui as zhUi } from '../../../assets/locales/zh-CN/ui';
import { workbench as zhWorkbench } from '../../../assets/locales/zh-CN/workbench';

const en = { ...enUi, ...enPanel, ...enWorkbench };
const zhCN = { ...zhUi, ...zhPanel, ...zhWorkbench };

const root = new URL('../../..', import.meta.url).pathname;
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const code = [...files('components'), ...files('entrypoints')].join('\n');

/** `posts.none.title` … for every text. */
function paths(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  if (Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]));
}
const at = (texts: unknown, path: string[]) =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], texts);

/** Looked up by a value, not by a name in the code. */
const BY_VALUE =
  /^(platforms|metrics|formats|statuses|kinds|levels|levelsShort|bands|bandPairs|suggestionKinds|strengths|problems|sections)$/;
const BY_VALUE_INSIDE =
  /\.(tabs|sections|sorts|filters|themes|languages|verdicts|states|days|questions|formats|busy|zoneNames|steps|reminderKinds|factors|trustTags|ratings|marks|ways|groups|parts|adjustedNames|changesText|adChecks|markets|fields|refusedBecause|notDone|go)\./;

describe('texts of the screens', () => {
  const all = paths(en);
  it('are all used', () => {
    const named = all.filter(
      (path) => path[0] !== 'language' && !BY_VALUE.test(path[0] ?? '') && !BY_VALUE_INSIDE.test(path.join('.')),
    );
    const unused = named.filter((path) => {
      const [section, ...rest] = path;
      const whole = path.length > 1 ? `.${path.join('.')}` : `t.${section}`;
      // `{...t.today.none}` hands over title and text together.
      const group = `t.${[section, ...rest.slice(0, -1)].join('.')}}`;
      return !code.includes(whole) && !code.includes(group);
    });
    expect(unused.map((path) => path.join('.'))).toEqual([]);
  });
  it('stand in one place each: no page overwrites what another says', () => {
    const sections = [enUi, enPanel, enWorkbench].flatMap((texts) => Object.keys(texts));
    expect(sections).toHaveLength(new Set(sections).size);
  });
  it('of a section named after a page are what that page is known by', () => {
    expect('panel' in enUi || 'workbench' in enUi || 'workbench' in enPanel).toBe(false);
    expect('panel' in enPanel && 'workbench' in enWorkbench).toBe(true);
  });
  it('are all there in Chinese, and are Chinese', () => {
    const same = all.filter((path) => {
      const [english, chinese] = [at(en, path), at(zhCN, path)];
      return typeof english === 'string' && typeof chinese === 'string' && /[a-z]{3}/.test(english) && english === chinese;
    });
    const names = same.filter((path) => !(path[0] === 'platforms' || path[0] === 'name' || path.includes('languages')));
    expect(names.map((path) => path.join('.'))).toEqual([]);
  });
  it('promise nothing and rank nobody', () => {
    const words = JSON.stringify(paths(en).map((path) => String(at(en, path))));
    expect(words).not.toMatch(/confidence|guarantee|best time|viral|optimi[sz]e/i);
    const chinese = JSON.stringify(paths(zhCN).map((path) => String(at(zhCN, path))));
    expect(chinese).not.toMatch(/置信|保证|爆款|最佳时间/);
  });
});

describe('source of the screens', () => {
  it('has no style strings and no HTML strings: the policy of extension pages forbids them', () => {
    expect(code).not.toMatch(/\sstyle=/);
    expect(code).not.toMatch(/innerHTML|insertAdjacentHTML/);
  });
});
