// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MixProps, MixView } from '../../../components/mix/MixView';
import { contentOnly } from '../engine/mix/content-only';
import { goldenAccounts } from '../engine/mix/golden-accounts';
import { drawInsight } from './insight';

afterEach(cleanup);
const reportOf = (name: string) => {
  const account = goldenAccounts().find((one) => one.name === name);
  if (!account) throw new Error(name);
  return contentOnly(account, 'en');
};
const props = (mix: MixProps['mix'], own: Partial<MixProps> = {}): MixProps => ({
  mix,
  pinned: {},
  plannedExperiments: { low: 5, high: 8 },
  onLabel: () => {},
  onPin: () => {},
  onShift: () => {},
  ...own,
});

describe('content mix', () => {
  const steady = reportOf('steady');
  const [first] = steady.mix;
  if (!first) throw new Error('no mix');

  it('draws the kinds as they were counted', () => {
    drawInsight(<MixView {...props(steady.mix)} />);
    const rows = screen.getAllByRole('row').slice(1, 5);
    const { value } = first.adherence.kinds.kinds;
    expect(value).not.toBeNull();
    for (const [at, kind] of (value ?? []).entries()) expect(rows[at]?.textContent).toContain(`${kind.posts}`);
  });

  it('gives the reason of a figure: formula, count, and the posts behind it, each one click away', async () => {
    const onPost = vi.fn();
    const namesOf = vi.fn(async (keys: readonly string[]) =>
      Object.fromEntries(
        keys.map((key) => [key, { title: `Post ${key}`, publishedAt: '2026-06-01', precision: 'day' as const }]),
      ),
    );
    drawInsight(<MixView {...props(steady.mix)} />, { onPost, namesOf });
    const why = screen.getAllByText('Why this number')[0]?.closest('details');
    if (!why) throw new Error('no reason');
    expect(why.textContent).toContain('Posts per kind among the labelled posts');
    expect(namesOf).not.toHaveBeenCalled();
    fireEvent.click(within(why).getByRole('button', { name: /^Show the \d+ posts behind it$/ }));
    const links = await within(why).findAllByRole('button', { name: /^Post / });
    fireEvent.click(links[0] as HTMLElement);
    expect(first.adherence.keys).toContain(onPost.mock.calls[0]?.[0]);
  });

  it('lets the creator decide a zone, and gives it back to the evidence', () => {
    const onPin = vi.fn();
    const topic = first.adherence.zones.topics[0]?.topic ?? '';
    drawInsight(<MixView {...props(steady.mix, { onPin, pinned: {} })} />);
    const select = screen.getAllByLabelText(`${topic}: you decide`)[0] as HTMLSelectElement;
    fireEvent.change(select, { target: { value: 'retire' } });
    expect(onPin).toHaveBeenCalledWith(topic, 'retire');
    fireEvent.change(select, { target: { value: 'evidence' } });
    expect(onPin).toHaveBeenLastCalledWith(topic, null);
  });

  it('asks for kinds where there are none, and still says what is missing for effects', () => {
    const onLabel = vi.fn();
    const bare = reportOf('new').mix.map((mix) => ({ ...mix, kinds: [{ kind: 'unlabelled', posts: 6 }] }));
    drawInsight(<MixView {...props(bare, { onLabel })} />);
    fireEvent.click(screen.getByRole('button', { name: 'Give posts a kind' }));
    expect(onLabel).toHaveBeenCalledOnce();
    expect(screen.getAllByText(/are needed\.$/).length).toBeGreaterThan(0);
  });
});
