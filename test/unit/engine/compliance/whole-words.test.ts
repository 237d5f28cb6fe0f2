/** A finding underlines whole words, and spelling is no disguise. */
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../core/engine/compliance';

const quoted = (text: string, rule: string) =>
  checkText({ text, platform: 'douyin', lang: 'zh' })
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => finding.text);

describe('the words a finding underlines', () => {
  it('end where a word ends', () => {
    expect(quoted('跟着老师做，稳赚不赔，入群领取', 'CN-AD-FIN')).toEqual(['稳赚不赔']);
    expect(quoted('这款孢子粉可以代替药物，买二送一', 'CN-AD-HEALTHFOOD').join()).toContain('药物');
  });
  it('stay as they are beside letters, signs and the ends of the text', () => {
    expect(quoted('加V', 'CN-DIV-CONTACT')).toEqual(['加V']);
  });
});

describe('invisible characters', () => {
  const invisible = (text: string) => checkText({ text, platform: 'youtube' }).findings.some(({ rule }) => rule === 'TECH-ZW');
  it.each([
    ['Persian', 'می\u200Cخواهم کتاب\u200Cها'],
    ['Hindi', 'क्\u200Dष और क्\u200Cष'],
    ['Arabic with vowel signs', 'العَرَبِيَّةُ'],
    ['Thai', 'สวัสดี\u200Bครับ'],
    ['a long word that may be broken', 'Donau\u00ADdampf\u00ADschiff'],
    ['an emoji', '👍\u200B好看'],
  ])('belong to the spelling of %s', (_, text) => expect(invisible(text)).toBe(false));
  it.each([['加\u200B微信'], ['hel\u200Blo'], ['fol\u00ADlow'], ['微\u035F信\u035F'], ['加\u202E微']])('hide inside %s', (text) =>
    expect(invisible(text)).toBe(true),
  );
});
