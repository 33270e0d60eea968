import classes from "./Numbers.module.css";

/** Words in which every case number stays in one piece, with no other sign in it for whoever copies one. */
export function Numbers({ text }: { text: string }) {
  const pieces = text.split(/(KR-\d{4}-\d{6,}-\d)/);
  return pieces.map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
      <span key={index} className={classes.number}>
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
