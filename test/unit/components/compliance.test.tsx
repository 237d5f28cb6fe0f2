// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ComplianceView } from '../../../components/compliance/ComplianceView';
import { DraftChecker, pieces } from '../../../components/compliance/DraftChecker';
import type { CheckDraft } from '../../../components/data';
import { allOf, sameWords, wordsOf } from '../../../core/model/matters';
import type { AccountPattern, Finding } from '../../../core/model/report';
import { draftCheck, draftText, findingsOf, sampleReport } from '../../gallery/samples';
import { draw } from './harness';

afterEach(cleanup);

describe('marks in a draft', () => {
  const finding = fc.record({
    start: fc.nat(30),
    length: fc.integer({ min: 1, max: 10 }),
    level: fc.constantFrom('red' as const, 'yellow' as const),
  });
  const base = findingsOf('en')[0] as Finding;
  it('never change the text, and the worst level wins where findings overlap', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(finding, { maxLength: 6 }), (text, found) => {
        const findings = found.map(({ start, length, level }) => ({ ...base, start, end: start + length, level }));
        const cut = pieces(text, findings);
        expect(cut.map((piece) => piece.text).join('')).toBe(text);
        const reds = findings.filter(({ level, end }) => level === 'red' && end <= text.length);
        for (const piece of cut) {
          const inRed = reds.some(({ start, end }) => start <= piece.from && piece.from < end);
          expect(piece.level === 'red').toBe(inRed);
        }
      }),
    );
  });
  it('leave exempted words alone', () => {
    expect(pieces('abc', [{ ...base, start: 0, end: 1, exemption: 'a quotation' }]).every(({ level }) => level === null)).toBe(
      true,
    );
  });
});

describe('cards of findings', () => {
  const base = findingsOf('en')[0] as Finding;
  const said = (rule: string, level: Finding['level'], start: number, end: number): Finding => ({
    ...base,
    rule,
    level,
    start,
    end,
  });
  const told = (findings: Finding[]) =>
    sameWords(findings).map(({ finding, also }) => [finding.rule, ...also.map(({ rule }) => rule)]);
  it('put one matter in the same words together, the worst first', () => {
    const hint = said('CN-DIV-HINT', 'yellow', 0, 6);
    const contact = said('CN-DIV-CONTACT', 'red', 5, 8);
    const hidden = said('CN-HOMO', 'yellow', 5, 8);
    expect(told([hint, hidden, contact])).toEqual([['CN-DIV-CONTACT', 'CN-DIV-HINT', 'CN-HOMO']]);
  });
  it('keep other matters and other words apart, in the order of the text', () => {
    const absolute = said('CN-AD-ABS', 'red', 10, 14);
    const claim = said('CN-AD-MEDCLAIM', 'red', 2, 6);
    const elsewhere = said('CN-AD-HEALTHFOOD', 'red', 20, 24);
    expect(told([absolute, claim, elsewhere])).toEqual([['CN-AD-MEDCLAIM'], ['CN-AD-ABS'], ['CN-AD-HEALTHFOOD']]);
  });
  it('begin with what must change, and end with what is fine', () => {
    const check = said('TT-COMM', 'yellow', 0, 4);
    const fine = { ...said('CN-AD-ABS', 'red', 5, 9), exemption: 'a quotation' };
    const change = said('CN-AD-MEDCLAIM', 'red', 20, 24);
    expect(told([check, fine, change])).toEqual([['CN-AD-MEDCLAIM'], ['TT-COMM'], ['CN-AD-ABS']]);
  });
  it('tell once what the same rules say of several words', () => {
    const of = (rule: string, start: number, text: string) => ({ ...said(rule, 'yellow', start, start + text.length), text });
    const findings = [
      of('US-DISC-MISSING', 30, 'HOLLY10'),
      of('EU-DISC', 30, 'HOLLY10'),
      of('EU-DISC', 0, 'Gifted'),
      of('US-DISC-MISSING', 0, 'Gifted'),
    ];
    const [card, ...others] = sameWords(findings);
    expect(others).toEqual([]);
    expect(card && wordsOf(card)).toEqual(['Gifted', 'HOLLY10']);
    expect([card?.finding, ...(card?.also ?? []), ...(card?.more ?? [])]).toHaveLength(4);
  });
  it('keep words apart of which fewer rules speak: nothing is said of words that no rule said of them', () => {
    const of = (rule: string, start: number, text: string) => ({ ...said(rule, 'yellow', start, start + text.length), text });
    const findings = [of('EU-DISC', 0, 'Gifted'), of('US-DISC-MISSING', 30, 'HOLLY10'), of('EU-DISC', 30, 'HOLLY10 for')];
    const cards = sameWords(findings);
    expect(cards.map(wordsOf)).toEqual([['Gifted'], ['HOLLY10']]);
    expect(new Set(cards.flatMap(allOf))).toEqual(new Set(findings));
  });
});

describe('a draft', () => {
  const type = (text: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });

  it('is checked after a pause in typing, once', async () => {
    const check = vi.fn<CheckDraft>(async () => draftCheck('en'));
    draw(<DraftChecker check={check} platform="douyin" />);
    type('这');
    type('这是');
    type(draftText);
    await waitFor(() => expect(screen.getAllByText('Change before posting', { selector: '.level' })).toHaveLength(2));
    expect(check).toHaveBeenCalledOnce();
    expect(check.mock.calls[0]?.slice(0, 2)).toEqual([draftText, 'douyin']);
    expect(document.querySelectorAll('mark.mark-red')).toHaveLength(1);
  });
  it('asks only what decides, and checks again with the answer', async () => {
    const check = vi.fn<CheckDraft>(async (_text, _platform, context) => ({
      ...draftCheck('en'),
      questions: context.paid === undefined ? ['paid'] : [],
    }));
    draw(<DraftChecker check={check} platform={null} />);
    type(draftText);
    await waitFor(() => expect(screen.getByRole('group', { name: 'Are you paid for it?' })).toBeTruthy());
    fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    await waitFor(() => expect(check.mock.lastCall?.[2]).toEqual({ paid: true }));
    // The answer can be taken back.
    fireEvent.click(screen.getByRole('radio', { name: 'Not sure' }));
    await waitFor(() => expect(check.mock.lastCall?.[2]).toEqual({}));
  });
  it('drops an answer about an older text', async () => {
    const answers: ((value: ReturnType<typeof draftCheck>) => void)[] = [];
    const check: CheckDraft = () => new Promise((resolve) => answers.push(resolve));
    draw(<DraftChecker check={check} platform={null} />);
    type('first');
    await waitFor(() => expect(answers).toHaveLength(1));
    type('second');
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.({ level: 'green', findings: [], questions: [], declarations: null, commercial: false });
    await waitFor(() => expect(screen.getByText('Nothing found', { selector: '.level' })).toBeTruthy());
    answers[0]?.(draftCheck('en'));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(screen.queryByText('Change before posting', { selector: '.level' })).toBeNull();
  });
  it('says nothing about an empty text', async () => {
    const check = vi.fn<CheckDraft>(async () => draftCheck('en'));
    draw(<DraftChecker check={check} platform={null} />);
    type('   ');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(check).not.toHaveBeenCalled();
    expect(document.querySelector('.level')).toBeNull();
  });
});

/** What the creator said before, and callbacks nobody looks at. */
const said = {
  records: new Map(),
  reviews: new Map(),
  onDismiss: async () => undefined,
  onConfirm: () => undefined,
  onReview: () => undefined,
  onIncident: () => undefined,
};

describe('findings of posts', () => {
  const draft: CheckDraft = async () => draftCheck('en');
  it('show the worst post first, words, reason, source, a way to set them aside and one to an incident', () => {
    const onDismiss = vi.fn(async (_finding: Finding | AccountPattern) => undefined);
    const onIncident = vi.fn();
    const { compliance } = sampleReport('full', 'en');
    const report = { ...compliance, posts: compliance.posts.toReversed() };
    draw(
      <ComplianceView
        platform="douyin"
        posts={96}
        report={report}
        titles={new Map([['douyin|p2', 'Sweater']])}
        check={draft}
        {...said}
        onDismiss={onDismiss}
        onIncident={onIncident}
      />,
    );
    const [first] = screen.getAllByRole('article');
    expect(first?.textContent).toContain('Sweater');
    expect(first?.textContent).toContain('全网最好');
    expect(first?.textContent).toContain('as of Sep 30, 2025');
    fireEvent.click(screen.getAllByRole('button', { name: 'Not an issue' })[0] as HTMLElement);
    expect(onDismiss.mock.calls[0]?.[0]).toMatchObject({ rule: 'CN-AD-ABS', text: '全网最好' });
    fireEvent.click(screen.getAllByRole('button', { name: 'Log as a problem' })[0] as HTMLElement);
    expect(onIncident).toHaveBeenCalledWith('douyin|p2', 'CN-AD-ABS');
  });
  it('cite nothing that was not read', () => {
    const { compliance } = sampleReport('full', 'en');
    draw(
      <ComplianceView
        platform="douyin"
        posts={96}
        report={{ ...compliance, posts: compliance.posts.slice(1) }}
        titles={new Map()}
        check={draft}
        {...said}
      />,
    );
    const [card] = screen.getAllByRole('article');
    expect(card?.textContent).toContain('Commonly reported');
    expect(card?.textContent).not.toContain('互联网广告管理办法');
  });
  it('show patterns of the account with the reason, the way out, what stands behind them, and "not an issue"', () => {
    const onDismiss = vi.fn(async (_finding: Finding | AccountPattern) => undefined);
    const { compliance } = sampleReport('full', 'en');
    const patterns = (
      <ComplianceView
        platform="douyin"
        posts={96}
        report={{ ...compliance, posts: [] }}
        titles={new Map()}
        check={draft}
        {...said}
        onDismiss={onDismiss}
      />
    );
    draw(patterns);
    const [same, share, surge] = Array.from(screen.getByRole('region', { name: 'Across posts' }).querySelectorAll('li'));
    expect(same?.textContent).toContain('say nearly the same');
    expect(same?.textContent).toContain('Keep one; change the others');
    expect(same?.textContent).toContain('YouTube inauthentic content');
    expect(same?.textContent).toContain('as of Jul 15, 2025');
    expect(share?.textContent).toContain('compared with the target in your plan');
    expect(surge?.textContent).toContain('compared with your own usual figures');
    const [, , button] = screen.getAllByRole('button', { name: 'Not an issue' });
    fireEvent.click(button as HTMLElement);
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ rule: 'OPINION-COMMENTS', text: 'douyin|me|p2' }),
    );
  });
  it('quote no word where an answer alone decided', () => {
    const { compliance } = sampleReport('full', 'en');
    const [first] = compliance.posts;
    const findings = (first?.findings ?? []).slice(0, 1).map((finding) => ({ ...finding, whole: '#1' }));
    const report = { ...compliance, posts: [{ post: 'douyin|p2', level: 'red' as const, findings }], patterns: [] };
    draw(<ComplianceView platform="douyin" posts={9} report={report} titles={new Map()} check={draft} {...said} />);
    const [card] = screen.getAllByRole('article');
    expect(card?.textContent).toContain('Not an issue');
    expect(card?.querySelector('q')).toBeNull();
    expect(pieces('全网最好', findings).every(({ level }) => level === null)).toBe(true);
  });
  it('tell "nothing found" from "nothing to check"', () => {
    const { compliance } = sampleReport('clear', 'en');
    draw(<ComplianceView platform={null} posts={9} report={compliance} titles={new Map()} check={draft} {...said} />);
    expect(screen.getByText('Nothing found in your posts')).toBeTruthy();
    cleanup();
    draw(<ComplianceView platform={null} posts={0} report={compliance} titles={new Map()} check={draft} {...said} />);
    expect(screen.getByText('No posts to check yet')).toBeTruthy();
  });
});
