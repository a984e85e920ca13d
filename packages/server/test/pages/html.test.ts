import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, htmlText } from '../../src/pages/html.ts';

test('everything put into a template is escaped, in text and in attributes', () => {
  const hostile = `<script>alert("1")</script>' onload='x & y`;
  const made = htmlText(html`<p title="${hostile}">${[hostile]}</p>`);
  assert.equal(
    made.replaceAll(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&#39; onload=&#39;x &amp; y/g, 'TEXT'),
    '<p title="TEXT">TEXT</p>',
  );
});

test('templates nest, and nothing stands for nothing', () => {
  assert.equal(
    htmlText(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${null}${undefined}${false}</ul>`),
    '<ul><li>1</li><li>2</li></ul>',
  );
});

test('what only looks like a template is text', () => {
  assert.equal(htmlText(html`${JSON.parse('"<b>"') as string}`), '&lt;b&gt;');
  const forged = JSON.parse('{"html":"<b>"}') as never;
  assert.throws(() => html`${forged}`);
});
