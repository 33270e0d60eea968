import type { Slot } from "../conversation/slot";
import type { Service } from "../serviceRequests/service";
import { type Answer, notFound, ok } from "./answer";
import type { Catalogue } from "./parts";
import type { Tree } from "./tree";

/** One question of a kind of report, as partners' forms ask it. */
export type Attribute = {
  /** False: nothing to answer, only to be read. */
  variable: boolean;
  code: string;
  datatype: "string" | "number" | "text" | "singlevaluelist";
  required: boolean;
  datatypeDescription: string;
  description: string;
  values: { key: string; name: string }[];
};

type Catalogued = Pick<Catalogue, "services">;

/** The kinds of report partners may file: those that may be seen in public. Ideas and formal matters have ways of their own. */
export function offered({ services }: Catalogued): ReadonlyMap<string, Service> {
  const kinds = [...services.values()].filter(
    ({ kind, public: isPublic }) => isPublic && (kind === "report" || kind === "immediate"),
  );
  return new Map(kinds.map((service) => [service.code, service]));
}

/** What can be filed. A list that is not whole would make partners delete what is missing, so it is all or an error. */
export function serviceList(catalogue: Catalogued): Answer {
  return ok("services", [...offered(catalogue).values()].map(serviceTree));
}

function serviceTree(service: Service): Tree {
  return {
    service_code: service.code,
    service_name: service.label.pl,
    description: service.hint.pl,
    metadata: attributesOf(service).length > 0,
    type: service.open311_type ?? "realtime",
    keywords: keywordsOf(service),
    group: service.group,
  };
}

/** Words that switch something in a client when they stand among the keywords. */
const switches = ["private", "inactive", "staff", "waste_only"];

function keywordsOf({ keywords }: Service): string {
  const words = keywords.map((word) => word.replaceAll(",", " ").replace(/\s+/g, " ").trim());
  return words.filter((word) => word !== "" && !switches.includes(word.toLowerCase())).join(",");
}

/** What is asked about one kind of report. One that asks nothing has an empty list. */
export function serviceDefinition(code: string, catalogue: Catalogued): Answer {
  const service = offered(catalogue).get(code);
  if (!service) throw notFound("Nie ma takiego rodzaju zgłoszeń (service_code).");
  const attributes = attributesOf(service).map((attribute, at) => attributeTree(attribute, at + 1));
  return ok("service_definition", { service_code: code, attributes });
}

function attributeTree({ datatypeDescription, values, ...attribute }: Attribute, order: number): Tree {
  const { variable, code, datatype, required, description } = attribute;
  const told = { variable, code, datatype, required, datatype_description: datatypeDescription, order, description };
  return values.length > 0 ? { ...told, values } : told;
}

/** The warning to be read first, then the questions. */
export function attributesOf({ urgent, questions }: Service): Attribute[] {
  return [...(urgent ? [warning(urgent.text.pl)] : []), ...questions.flatMap(attributeOf)];
}

const warning = (text: string): Attribute => ({
  variable: false,
  code: "urgent",
  datatype: "string",
  required: false,
  datatypeDescription: "",
  description: text,
  values: [],
});

const yesNo = [
  { key: "yes", name: "Tak" },
  { key: "no", name: "Nie" },
];

/** Place, photos and contacts have fields of their own in Open311. */
function attributeOf(question: Slot): Attribute[] {
  const { slot, expects, choices, optional, ask, why } = question;
  const asked = {
    variable: true,
    code: slot,
    required: !optional,
    datatypeDescription: why.pl,
    description: ask.pl,
    values: [],
  };
  if (expects === "text" || expects === "number") return [{ ...asked, datatype: expects }];
  if (expects === "yes_no") return [{ ...asked, datatype: "singlevaluelist", values: yesNo }];
  if (expects !== "choice") return [];
  const values = choices.map(({ value, title }) => ({ key: value, name: title.pl }));
  return [{ ...asked, datatype: "singlevaluelist", values }];
}
