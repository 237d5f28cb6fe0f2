// @vitest-environment happy-dom
/** What a page's script presses is no press; what a person presses is. */
import { describe, expect, it, vi } from 'vitest';
import { finding as words } from '../../../assets/locales/en/finding';
import type { Told } from '../../../core/model/matters';
import { element, onPress } from '../../../entrypoints/dashboard.content/dom';
import { findingCard } from '../../../entrypoints/dashboard.content/finding-card';

/** As a browser marks what a person did; a script cannot. */
function byPerson(): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

function byScript(button: HTMLElement): void {
  button.click();
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
}

describe('a button on somebody else’s page', () => {
  it('hears a person and no script', () => {
    const act = vi.fn();
    const button = element('button', '');
    onPress(button, act);
    byScript(button);
    expect(act).not.toHaveBeenCalled();
    button.dispatchEvent(byPerson());
    expect(act).toHaveBeenCalledOnce();
  });

  it('sets nothing aside for a script', () => {
    const told = {
      finding: {
        id: 'a|b',
        rule: 'a',
        level: 'red',
        message: 'A superlative.',
        text: 'best',
        source: { title: 'Law', asOf: '2026-01-01', grade: 'A' },
      },
      also: [],
      more: [],
    } as unknown as Told;
    const setAside = vi.fn(async () => undefined);
    const card = findingCard(told, { language: 'en', lead: [], setAside });
    const button = [...card.querySelectorAll('button')].find(({ textContent }) => textContent === words.dismiss) ?? expect.fail();
    byScript(button);
    expect(setAside).not.toHaveBeenCalled();
    button.dispatchEvent(byPerson());
    expect(setAside).toHaveBeenCalledOnce();
  });
});
