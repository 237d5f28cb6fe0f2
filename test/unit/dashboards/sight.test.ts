import { describe, expect, test } from 'vitest';
import { figureText } from '../../../core/dashboards/figure-text';
import { collapse, Sight } from '../../../core/dashboards/sight';
import { openPage } from '../../dashboards/harness';

function see(html: string) {
  const document = openPage(
    `<head><style>.gone, [open] b { display: none }</style></head><body><main>${html}</main></body>`,
    'https://example.com/',
  );
  const main = document.querySelector('main');
  if (!main) throw new Error('no main');
  return { document, main, sight: new Sight(document) };
}
const lines = (html: string) => {
  const { main, sight } = see(html);
  return sight.lines(main);
};
const figure = (html: string) => {
  const { main, sight } = see(html);
  return figureText(main, sight);
};

describe('visible text', () => {
  test('blocks part lines, inline elements do not', () => {
    expect(lines('<p>a <b>b</b>c</p><div>d<br>e</div>')).toEqual(['a bc', 'd', 'e']);
  });
  test('layout white space collapses, other spaces and zero-width characters stay', () => {
    expect(collapse(' a\n\t b\u00a0c\u200bd\u3000e ')).toBe('a b\u00a0c\u200bd\u3000e');
  });
  test.each([
    ['<p style="display: none">x</p>'],
    ['<p style="visibility: hidden">x</p>'],
    ['<p style="opacity: 0">x</p>'],
    ['<p hidden>x</p>'],
    ['<p aria-hidden="true"><span>x</span></p>'],
    ['<div style="display:none"><div><p>x</p></div></div>'],
    ['<script>x</script><style>x</style><template>x</template><noscript>x</noscript>'],
    ['<select><option>x</option></select>'],
  ])('%s shows nothing', (html) => {
    expect(lines(html)).toEqual([]);
  });
  test('a comment is not text', () => {
    expect(lines('<p><!-- a -->b<!-- c --></p>')).toEqual(['b']);
  });
  test('a very deep page is read', () => {
    const document = openPage('<body></body>', 'https://example.com/');
    let at: Element = document.createElement('div');
    const top = at;
    for (let depth = 0; depth < 5000; depth++) at = at.appendChild(document.createElement('div'));
    at.append('deep', document.createElement('i'));
    expect(new Sight(document).visible(at)).toBe(true);
    expect(new Sight(document).lines(top)).toEqual(['deep']);
  });
});

describe('rows', () => {
  const shown = (lists: string) => {
    const { main, sight } = see(lists);
    return [...sight.rows(main, 'li')].flatMap((row) => [...sight.all(row, 'b')].map((part) => part.textContent));
  };
  test('are judged by their parts’ classes and styles, and parts with an id or a mark of their own one by one', () => {
    expect(
      shown(
        `<ul><li><b>1</b><b class="gone">2</b></li><li><b>3</b><b class="gone">4</b><b hidden>5</b></li></ul>
         <ul><li><b>6</b><b style="display: none">7</b></li></ul><ul><li style="top: 3px"><b id="a">8</b></li></ul>`,
      ),
    ).toEqual(['1', '3', '6', '8']);
  });
  test('are not taken for alike because their states read alike when written in a row', () => {
    expect(shown('<ul><li class="x open"><b>1</b></li><li class="x" open><b>2</b></li></ul>')).toEqual(['1']);
    expect(shown('<ul><li class="x" open><b>1</b></li><li class="x open"><b>2</b></li></ul>')).toEqual(['2']);
  });
});

describe('the single text of a cell', () => {
  test.each([
    ['<b><i>12</i></b>', '12'],
    ['', ''],
    ['<b hidden>12</b>', ''],
    ['<b style="display: none">12</b>', ''],
    ['<svg><text>12</text></svg>', ''],
    ['<b class="gone">12</b>', ''],
    ['<b>1</b><b>2</b>', null],
  ])('%s is %s', (html, text) => {
    const { main, sight } = see(html);
    expect(sight.single(main)).toBe(text);
  });
});

describe('the figure of an element', () => {
  test.each([
    ['<b>1.2</b><i>万</i>', '1.2万'],
    ['<span>16</span>秒', '16秒'],
    ['<b>12</b><b style="display:none">34</b>', '12'],
    ['<i aria-hidden="true">1.2K</i><span>1,234</span>', '1,234'],
    ['<b>2</b>h <b>55</b>m', '2h 55m'],
    ['<b>-</b>', '-'],
    ['', ''],
    ['<b>12</b><b>34</b>', null],
    ['<p>12</p><p>34</p>', null],
    // A share and a change stand beside the number; neither is it.
    ['<b>100.0%</b> <b>7</b>', '7'],
    ['<span>14,796</span><span>+12%</span>', '14,796'],
    ['<span>14,796</span> <i>↑</i> <i>3</i>', null],
    ['1<b>2</b>', null],
  ])('%s is %s', (html, text) => {
    expect(figure(html)).toBe(text);
  });
});
