import { describe, expect, test } from 'vitest';
import { speakerOf } from '../../../entrypoints/background/senders';

const own = { id: 'abcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnop' };
const dashboard = {
  id: own.id,
  url: 'https://creator.douyin.com/creator-micro/data-center/content',
  frameId: 0,
  tab: { id: 7 },
};

describe('who sent a message', () => {
  test('a dashboard by tab, top frame and address', () => {
    expect(speakerOf(dashboard, own)).toMatchObject({ kind: 'dashboard', tabId: 7, host: { platform: 'douyin' } });
  });
  test('a page of ours, in a tab or not', () => {
    expect(speakerOf({ id: own.id, url: `${own.origin}/sidepanel.html` }, own)).toEqual({ kind: 'page' });
    expect(speakerOf({ id: own.id, url: `${own.origin}/workbench.html`, frameId: 0, tab: { id: 3 } }, own)).toEqual({
      kind: 'page',
    });
    const firefox = { id: 'x@y', origin: 'moz-extension://11111111-2222-4333-8444-555555555555' };
    expect(speakerOf({ id: 'x@y', url: `${firefox.origin}/popup.html` }, firefox)).toEqual({ kind: 'page' });
  });
  test.each([
    ['another extension', { ...dashboard, id: 'ponmlkjihgfedcba' }],
    ['no id', { ...dashboard, id: undefined }],
    ['no address', { ...dashboard, url: undefined }],
    ['a frame inside the page', { ...dashboard, frameId: 4 }],
    ['no tab', { ...dashboard, tab: undefined }],
    ['a host that only ends alike', { ...dashboard, url: 'https://evilcreator.douyin.com/creator-micro/data-center/content' }],
    ['a host that only begins alike', { ...dashboard, url: 'https://creator.douyin.com.evil.example/' }],
    ['plain http', { ...dashboard, url: 'http://creator.douyin.com/creator-micro/data-center/content' }],
    ['an address that begins like ours', { id: own.id, url: `${own.origin}.evil.example/` }],
    ['not an address', { ...dashboard, url: 'creator.douyin.com' }],
  ])('%s is a stranger', (_, sender) => {
    expect(speakerOf(sender, own)).toEqual({ kind: 'stranger' });
  });
});
