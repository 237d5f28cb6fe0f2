/** A registry that does not tell what is known must never look like one that knows of nothing. */
import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../scripts/advisories';

const report = (vulnerabilities: object, total: number) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: { total } } });

describe('what npm audit wrote', () => {
  it('is "none" only as a whole report that counts none', () => {
    expect(readAudit(report({}, 0))).toEqual({ state: 'none' });
  });
  it('names what was found', () => {
    expect(readAudit(report({ leftpad: { severity: 'high' } }, 1))).toEqual({ state: 'found', said: 'leftpad (high)' });
    expect(readAudit(report({}, 2))).toEqual({ state: 'found', said: '2' });
  });
  it.each([
    ['a refusal', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '' } }), /405/],
    ['nothing', '', /no report/],
    ['half a report', '{"auditReportVersion":2,"vulnerab', /no report/],
    ['a report without a count', JSON.stringify({ vulnerabilities: {}, metadata: {} }), /no report/],
    ['null', 'null', /no report/],
  ])('is no answer: %s', (_name, written, said) => {
    const read = readAudit(written);
    expect(read.state).toBe('unanswered');
    expect('said' in read && read.said).toMatch(said);
  });
});
