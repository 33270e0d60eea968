import { withoutLinks } from "./prose";

/** An office word as it stands in the text, and what people say instead. */
export type OfficeWord = { said: string; instead: string; times: number };

/** A star stands for any ending. What is longer or more exact comes first: of two that fit, it is the one meant. */
const plainer: [said: string, instead: string][] = [
  ["w przypadku gdy", "jeśli, gdy"],
  ["w przypadku", "gdy, jeśli"],
  ["w celu", "żeby, aby"],
  ["celem", "żeby, aby"],
  ["na podstawie", "według, zgodnie z"],
  ["w oparciu o", "na podstawie, według"],
  ["w związku z powyższym", "dlatego"],
  ["w związku z", "bo, z powodu"],
  ["z uwagi na", "bo, z powodu"],
  ["ze względu na", "bo, z powodu"],
  ["w terminie", "w ciągu, do dnia"],
  ["w trybie", "zgodnie z, tak jak mówi"],
  ["w zakresie", "o, w sprawie"],
  ["za pośrednictwem", "przez"],
  ["za wyjątkiem", "oprócz, poza"],
  ["z wyłączeniem", "oprócz, poza"],
  ["pod rygorem", "inaczej, bo w przeciwnym razie"],
  ["niezwłocznie", "od razu, jak najszybciej"],
  ["bezzwłocznie", "od razu"],
  ["uprzednio", "wcześniej"],
  ["powyższ*", "ten, to (nazwij, o co chodzi)"],
  ["niniejsz*", "ten, ta, to"],
  ["przedmiotow*", "ten, ta, to"],
  ["wyżej wymienion*", "ten, ta, to (nazwij, o co chodzi)"],
  ["ww", "ten, ta, to (nazwij, o co chodzi)"],
  ["przedłożyć", "pokazać, złożyć, dać"],
  ["przedłoż*", "pokaż, złóż, daj"],
  ["przedkład*", "pokazywać, składać"],
  ["dokonać opłaty", "zapłacić"],
  ["dokona*", "zrobić (użyj samego czasownika)"],
  ["dokonuj*", "robić (użyj samego czasownika)"],
  ["uiścić", "zapłacić"],
  ["uiszcz*", "płacić, zapłata"],
  ["uiść", "zapłać"],
  ["winien", "musi, powinien"],
  ["winna", "musi, powinna"],
  ["winny", "muszą, powinny"],
  ["należy", "napisz, kto ma to zrobić: złóż, weź, zapłać"],
  ["posiadać", "mieć"],
  ["posiada", "ma"],
  ["posiadasz", "masz"],
  ["posiadają", "mają"],
  ["zamieszkuj*", "mieszkać"],
  ["zamieszkał*", "który mieszka"],
  ["udzielić informacji", "powiedzieć, wyjaśnić"],
  ["skutkuje", "powoduje, przez to"],
  ["skutkować", "powodować"],
  ["przysługuj*", "masz prawo, możesz dostać"],
  ["ubiegając*", "kto się stara"],
  ["wnioskodawc*", "Ty, osoba, która składa wniosek"],
  ["interesan*", "Ty, klient, mieszkaniec"],
  ["petent*", "Ty, klient, mieszkaniec"],
  ["małoletni*", "dziecko, niepełnoletni"],
  ["środek transportu", "samochód, pojazd"],
  ["właściw* miejscowo", "dla miejsca, w którym mieszkasz"],
  ["stosown*", "odpowiedni, ten (nazwij jaki)"],
  ["niezbędn*", "potrzebny"],
  ["każdorazowo", "za każdym razem, zawsze"],
  ["aczkolwiek", "ale, choć"],
  ["iż", "że"],
  ["bądź", "lub, albo"],
  ["tudzież", "i, oraz"],
];

const patternOf = (said: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${said.replaceAll("*", "\\p{L}*").replaceAll(" ", "\\s+")}(?![\\p{L}\\p{N}])`, "giu");
const patterns = plainer.map(([said, instead]) => ({ pattern: patternOf(said), instead }));

/** The words of offices in a Polish text, in the order of the list above; each place counts once. */
export function officeWordsIn(text: string): OfficeWord[] {
  const found: OfficeWord[] = [];
  let left = withoutLinks(text);
  for (const { pattern, instead } of patterns) {
    const said = left.match(pattern) ?? [];
    const [first] = said;
    if (first === undefined) continue;
    found.push({ said: first.replace(/\s+/g, " ").toLowerCase(), instead, times: said.length });
    left = left.replace(pattern, "·");
  }
  return found;
}
