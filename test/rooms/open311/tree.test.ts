import { toJson, toXml } from "../../../src/open311/tree";

const tree = [
  { id: "001", yes: true, nothing: null, words: "a <b> & c\r\nd\u0000\u000b\ud800", values: [{ key: "x" }] },
];

test("XML names the members of a list, leaves out what XML cannot hold and has no attributes", () => {
  expect(toXml("services", tree)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<services><service><id>001</id><yes>true</yes><nothing></nothing>' +
      "<words>a &lt;b&gt; &amp; c\nd\ufffd</words><values><value><key>x</key></value></values></service></services>\n",
  );
  expect(toXml("services", [])).toContain("<services></services>");
});

test("JSON has no name for the outermost element, keeps a list of one and numbers with their zeros", () => {
  expect(JSON.parse(toJson(tree))).toMatchObject([{ id: "001", yes: true, nothing: null, values: [{ key: "x" }] }]);
});
