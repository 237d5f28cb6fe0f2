// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rules as words } from '../../../assets/locales/en/rules';
import { type RulesProps, RulesView } from '../../../components/workbench/RulesView';
import { draw } from './harness';

afterEach(cleanup);
const props: RulesProps = {
  words,
  rules: [
    { rule: { id: 'r1', when: { field: 'title', pattern: '第…期' }, set: { series: 'Diary', kind: 'emotion' } }, posts: 4 },
  ],
  suggestions: [
    { rule: { id: 'tag:mint', when: { field: 'tag', is: 'mint' }, set: { pillar: 'mint' } }, posts: 3, examples: ['One', 'Two'] },
  ],
  posts: 12,
  pillars: ['home'],
  series: [],
  trial: null,
  message: null,
  problem: null,
  onTry: () => {},
  onAdd: async () => {},
  onRemove: () => {},
  onRetry: () => {},
};
const type = (name: string, value: string) => fireEvent.input(screen.getByLabelText(name), { target: { value } });

describe('label rules', () => {
  it('are said in a sentence, with how many posts they fit, and removed', () => {
    const onRemove = vi.fn();
    draw(<RulesView {...props} onRemove={onRemove} />);
    const sentence = 'Title is numbered like “第…期” → series: Diary, kind: Emotion';
    expect(screen.getByText(sentence).nextSibling?.textContent).toBe('4 posts');
    fireEvent.click(screen.getByRole('button', { name: words.remove(sentence) }));
    expect(onRemove).toHaveBeenCalledWith('r1');
  });

  it('are tried while they are written, and added only when they are whole', () => {
    const [onTry, onAdd] = [vi.fn(), vi.fn(async () => {})];
    draw(<RulesView {...props} onTry={onTry} onAdd={onAdd} />);
    const add = screen.getByRole('button', { name: words.add }) as HTMLButtonElement;
    type(words.fields.tag, '#');
    expect(onTry).toHaveBeenLastCalledWith(null);
    type(words.fields.tag, '#咖啡');
    expect(onTry).toHaveBeenLastCalledWith({ field: 'tag', is: '咖啡' });
    expect(add.disabled).toBe(true);
    type(words.name, ' coffee ');
    expect(add.disabled).toBe(false);
    fireEvent.submit(add.form as HTMLFormElement);
    expect(onAdd).toHaveBeenCalledWith({ when: { field: 'tag', is: '咖啡' }, set: { pillar: 'coffee' } });
  });

  it('stay written until they are kept', async () => {
    const [onRetry, kept] = [vi.fn(), Promise.withResolvers<void>()];
    draw(<RulesView {...props} problem={{ key: 'quota' }} onRetry={onRetry} onAdd={() => kept.promise} />);
    const value = screen.getByLabelText(words.fields.tag) as HTMLInputElement;
    type(words.fields.tag, '咖啡');
    type(words.name, 'coffee');
    fireEvent.submit(value.form as HTMLFormElement);
    await Promise.resolve();
    expect(value.value).toBe('咖啡');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
    kept.resolve();
    await waitFor(() => expect(value.value).toBe(''));
  });

  it('numbered like nothing are not tried', () => {
    const onTry = vi.fn();
    draw(<RulesView {...props} onTry={onTry} />);
    fireEvent.change(screen.getByRole('combobox', { name: words.field }), { target: { value: 'pattern' } });
    type(words.fields.pattern, 'Episode');
    expect(onTry).toHaveBeenLastCalledWith(null);
    type(words.fields.pattern, 'Episode {n}');
    expect(onTry).toHaveBeenLastCalledWith({ field: 'title', pattern: 'Episode {n}' });
  });

  it('suggested are added by a click and not before', () => {
    const onAdd = vi.fn(async () => {});
    draw(<RulesView {...props} onAdd={onAdd} />);
    expect(onAdd).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: words.takeLabel('Has the tag #mint → topic: mint') }));
    expect(onAdd).toHaveBeenCalledWith(props.suggestions[0]?.rule);
  });
});
