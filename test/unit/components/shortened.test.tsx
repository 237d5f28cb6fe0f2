// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Shortened } from '../../../components/kit/shortened';
import { shortened } from '../../../components/shortened';
import { draw } from './harness';

describe('a long name', () => {
  it('keeps its beginning and its end, by which names of one sort are told apart', () => {
    expect(shortened(`${'a'.repeat(60)}.csv`, 24)).toBe(`${'a'.repeat(15)}…aaaa.csv`);
    expect(shortened(`${'收纳'.repeat(20)} 17`, 24)).toBe(`${'收纳'.repeat(3)}收…收纳 17`);
  });
  it('stays as it is where it fits', () => {
    expect(shortened('post-almanac.csv')).toBe('post-almanac.csv');
    expect(shortened('收'.repeat(24))).toBe('收'.repeat(24));
  });
});

it('is heard whole', () => {
  const name = `${'a'.repeat(60)}.csv`;
  draw(<Shortened name={name} say={(file) => `Reading ${file}`} />);
  const heard = screen.getByText(`Reading ${name}`);
  expect(heard.closest('[aria-hidden]')).toBeNull();
  expect(screen.getByTitle(name).getAttribute('aria-hidden')).toBe('true');
});
