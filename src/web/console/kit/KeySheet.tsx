import { Kbd, Modal, Switch, Table, Text, Title } from "@mantine/core";
import classes from "./KeySheet.module.css";
import { capsOf } from "./keyNames";
import { singleKeys, useAllKeys, useSingleKeys } from "./keys";
import { keyWords } from "./keyTexts";
import { useWords } from "./language";
import { kitWords } from "./texts";

/** Every shortcut that works now, by where it works. */
export function KeySheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = useWords(keyWords);
  const { close } = useWords(kitWords);
  const single = useSingleKeys();
  const groups = Object.entries(Object.groupBy(useAllKeys(), ({ options }) => options.scope));
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} size="xl" closeButtonProps={{ "aria-label": close }}>
      <div className={classes.groups}>
        {groups.map(([scope, registered = []]) => {
          const lines = registered.flatMap(({ options }) => Object.entries(options.describe));
          return lines.length > 0 && <Lines key={scope} scope={scope} lines={[...new Map(lines)]} />;
        })}
      </div>
      <Switch
        mt="md"
        label={words.single}
        description={words.singleHint}
        checked={single}
        onChange={({ currentTarget }) => singleKeys.choose(currentTarget.checked)}
      />
    </Modal>
  );
}

function Lines({ scope, lines }: { scope: string; lines: [string, string][] }) {
  return (
    <section className={classes.group}>
      <Title order={3} size="h6" mb={4}>
        {scope}
      </Title>
      <Table verticalSpacing={4} horizontalSpacing={0} withRowBorders={false}>
        <Table.Tbody>
          {lines.map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Td className={classes.caps}>
                {capsOf(keys).map((cap) => (
                  <Kbd key={cap} size="xs">
                    {cap}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>
                <Text size="sm">{what}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
