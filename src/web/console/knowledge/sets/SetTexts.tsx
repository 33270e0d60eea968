import { ActionIcon, Button, Title } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useRef } from "react";
import { useNavigate } from "react-router";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Rows } from "../../kit/Rows";
import classes from "./sets.module.css";
import { setsWords } from "./texts";
import { useRemove, useTexts } from "./useSets";

/** The texts of a set with their meanings; each can be taken out, and with the last one the set is gone. */
export function SetTexts({ set, mayEdit }: { set: string; mayEdit: boolean }) {
  const words = useWords(setsWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const { items, error, retry, more, fetching } = useTexts(set);
  const navigate = useNavigate();
  const remove = useRemove(set);
  const takeOut = (id: number) => {
    heading.current?.focus({ preventScroll: true });
    const isWhole = items?.length === 1 && !more;
    const goOn = () => isWhole && void navigate("/knowledge/_sets");
    remove.mutate({ ids: [id], isWhole }, { onSuccess: goOn });
  };
  return (
    <section aria-label={words.inSet} className={classes.part ?? ""}>
      <Title order={3} size="h5" mb={4} tabIndex={-1} ref={heading}>
        {words.inSet}
      </Title>
      <ErrorNote error={remove.error} />
      <Rows
        label={words.inSet}
        items={items}
        error={error}
        retry={retry}
        empty={words.none}
        keyOf={({ id }) => String(id)}
      >
        {({ id, text, right, note }) => (
          <div className={classes.text}>
            <div>
              <div>{text}</div>
              <div className={classes.quiet}>
                {right.length > 0 ? right.map(({ title }) => title).join(", ") : words.shouldAsk}
                {note && ` · ${note}`}
              </div>
            </div>
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={words.remove(text)}
                disabled={remove.isPending}
                onClick={() => takeOut(id)}
              >
                <Trash2 size={16} aria-hidden />
              </ActionIcon>
            )}
          </div>
        )}
      </Rows>
      {more && (
        <Button variant="default" size="sm" onClick={more} loading={fetching ?? false}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
