import { html, markupOf } from "../../../src/pages/html";

test("whatever anybody wrote stays text, in words and in attributes", () => {
  const hostile = `<script>alert("1")</script> & 'x'`;
  expect(markupOf(html`<p title="${hostile}">${hostile}</p>`)).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
  );
});

test("pieces stand in pieces, lists one after another, and nothing where nothing is", () => {
  const items = ["a", "<b>"].map((item) => html`<li>${item}</li>`);
  expect(markupOf(html`<ul>${items}</ul>${undefined}${false}${0}`)).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>0");
});
