import { light as english } from '../../assets/locales/en/light';
import { light as chinese } from '../../assets/locales/zh-CN/light';
import type { DraftCheck, DraftContext, DraftQuestion } from '../../core/model/draft';
import { sameWords, type Told } from '../../core/model/matters';
import { adopt, element, onPress } from '../dashboard.content/dom';
import { findingCard, findingTexts, type SetAside } from '../dashboard.content/finding-card';
import { css } from './light.css';

const HOST = 'post-almanac-light';
/** More at once and nobody reads or answers any. */
const CARDS = 6;
const QUESTIONS = 2;
/** Of the button, and how far it stands from the field. CSS pixels. */
const SIZE = 30;
const CARD = 340;
const GAP = 8;

export interface Light {
  /** Puts the light beside a field. */
  place(field: DOMRect): void;
  /** Null: there is no draft yet. */
  show(check: DraftCheck | null, context?: DraftContext): void;
  fail(): void;
  remove(): void;
}
export interface Sayings {
  answer(question: DraftQuestion, value: boolean): void;
  declare(label: string, set: boolean): void;
  setAside: SetAside;
}

/** The light and its card, in a closed shadow root that the page can see the outside of, and cannot enter. */
export function createLight(language: 'en' | 'zh-CN', sayings: Sayings): Light {
  const text = language === 'zh-CN' ? chinese : english;
  for (const old of document.querySelectorAll(HOST)) old.remove();
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: 'closed' });
  adopt(root, css);

  const lamp = element('span', 'lamp none');
  const count = element('span', 'count');
  const button = element('button', 'light', lamp, count);
  const card = element('div', 'card');
  const box = element('div', 'box', button, card);
  button.type = 'button';
  button.ariaExpanded = 'false';
  card.hidden = true;
  card.tabIndex = -1;
  card.role = 'dialog';
  card.ariaLabel = text.name;
  box.lang = language;
  const status = element('p', 'status');
  status.role = 'status';
  box.append(status);
  root.append(box);
  document.documentElement.append(host);

  const toggle = (open: boolean) => {
    card.hidden = !open;
    button.ariaExpanded = String(open);
  };
  onPress(button, () => toggle(Boolean(card.hidden)));
  // What is typed or pressed inside the light is not for the page's shortcuts.
  for (const name of ['keydown', 'keyup', 'keypress'] as const) {
    box.addEventListener(name, (event) => {
      event.stopPropagation();
      if (name === 'keydown' && (event as KeyboardEvent).key === 'Escape' && !card.hidden) {
        toggle(false);
        button.focus();
      }
    });
  }

  /** Draws the card anew. Who stood on a button in it stays in the card. */
  const fill = (...children: Node[]) => {
    const within = card.contains(root.activeElement);
    card.replaceChildren(...children);
    if (within) card.focus();
  };

  const cardOf = (told: Told) =>
    findingCard(told, {
      language,
      lead: [element('span', `lamp ${told.finding.level}`), text.level[told.finding.level]],
      setAside: sayings.setAside,
    });
  const questionOf = (question: DraftQuestion, given: boolean | undefined) => {
    const choice = (label: string, value: boolean) => {
      const made = element('button', 'choice', label);
      made.type = 'button';
      made.ariaPressed = String(given === value);
      onPress(made, () => sayings.answer(question, value));
      return made;
    };
    return element('p', 'question', `${text.questions[question]} `, choice(text.yes, true), ' ', choice(text.no, false));
  };
  const declarationsOf = ({ setting, boxes, needed }: NonNullable<DraftCheck['declarations']>, declared: readonly string[]) =>
    element(
      'fieldset',
      '',
      element('legend', '', text.declare(setting)),
      ...boxes.map(({ label }) => {
        const tick = element('input', '');
        tick.type = 'checkbox';
        tick.checked = declared.includes(label);
        tick.addEventListener('change', () => sayings.declare(label, tick.checked));
        return element('label', '', tick, ` ${label}`, needed.includes(label) ? element('em', '', ` ${text.needed}`) : '');
      }),
    );

  return {
    place({ top, right, left, bottom }) {
      const inside = bottom > 0 && top < innerHeight;
      box.hidden = !inside;
      if (!inside) return;
      // To the right of the field where there is room, else to its left, else over its upper corner.
      const x = right + GAP + SIZE <= innerWidth ? right + GAP : left - GAP - SIZE >= 0 ? left - GAP - SIZE : right - GAP - SIZE;
      const y = Math.min(Math.max(top, GAP), innerHeight - SIZE - GAP);
      box.style.setProperty('inset-inline-start', `${Math.round(x)}px`);
      box.style.setProperty('inset-block-start', `${Math.round(y)}px`);
      box.classList.toggle('to-left', x + CARD > innerWidth);
      box.classList.toggle('upwards', y > innerHeight / 2);
    },
    show(check, context = {}) {
      if (!check) {
        lamp.className = 'lamp none';
        count.textContent = '';
        button.ariaLabel = text.name;
        fill(element('p', 'soft', text.note));
        return;
      }
      const findings = check.findings.filter(({ exemption, level }) => !exemption && level !== 'green');
      const cards = sameWords(findings);
      const headline = `${text.level[check.level]} · ${text.counts(cards.length)}`;
      lamp.className = `lamp ${check.level}`;
      count.textContent = cards.length ? String(cards.length) : '';
      button.ariaLabel = `${text.name}. ${headline}. ${text.open}`;
      status.textContent = headline;
      const answered = Object.keys(context).filter((name): name is DraftQuestion => name !== 'declared');
      const questions = [...new Set([...answered, ...check.questions.slice(0, QUESTIONS)])];
      fill(
        element('h2', '', headline),
        ...(questions.length ? [element('p', 'soft', text.ask)] : []),
        ...questions.map((question) => questionOf(question, context[question])),
        element('ul', '', ...cards.slice(0, CARDS).map(cardOf)),
        ...(cards.length > CARDS ? [element('p', 'soft', findingTexts(language).more(cards.length - CARDS))] : []),
        ...(check.declarations ? [declarationsOf(check.declarations, context.declared ?? [])] : []),
        element('p', 'soft', text.note),
      );
    },
    fail() {
      lamp.className = 'lamp none';
      count.textContent = '';
      status.textContent = text.failed;
      fill(element('p', '', text.failed));
    },
    remove: () => host.remove(),
  };
}
