import { areaOf } from "../../../src/handoff/areas";
import { realParts } from "../../learnt";

const { areas, articles, services } = realParts().content;
const groups = new Set([...services.values()].map(({ group }) => group));

test.each([...articles.keys()])("knowledge/%s is in exactly one area", (id) => {
  expect(areas.filter((area) => area.articles.includes(id))).toHaveLength(1);
});

test.each([...groups])("group %s is in exactly one area", (group) => {
  expect(areas.filter((area) => area.groups.includes(group))).toHaveLength(1);
});

test("an intent leads to its area, a service by its group, small talk to none", () => {
  const groupOf = (service: string) => services.get(service)?.group;
  expect(areaOf({ kind: "article", id: "paszport" }, areas, groupOf)).toBe("dokumenty");
  expect(areaOf({ kind: "service", id: "pothole" }, areas, groupOf)).toBe("drogi");
  expect(areaOf({ kind: "service", id: "gone" }, areas, groupOf)).toBeUndefined();
  expect(areaOf({ kind: "talk", id: "human" }, areas, groupOf)).toBeUndefined();
  expect(areaOf(undefined, areas, groupOf)).toBeUndefined();
});
