import { Anchor, Badge, Button, Group, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { BlockView } from "../../../staff/wire";
import { api } from "../kit/api";
import { Confirm } from "../kit/Confirm";
import { useChannelName } from "../kit/channels";
import { useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { Rows } from "../kit/Rows";
import { useNow, useTime } from "../kit/time";
import { recordWords } from "./texts";

/** Residents whose messages are not answered for a while; supervisors lift it. */
export function Blocks() {
  const words = useWords(recordWords);
  const now = useNow(60_000);
  const [lifting, setLifting] = useState<BlockView>();
  const { data, error, refetch } = useQuery({
    queryKey: ["blocks"],
    queryFn: ({ signal }) => api.get<{ blocks: BlockView[] }>("blocks", signal),
  });
  const isActive = ({ until, lifted }: BlockView) => !lifted && Date.parse(until) > now;
  const past = data?.blocks.filter((one) => !isActive(one)) ?? [];
  return (
    <Page title={words.blocks} intro={words.blocksIntro}>
      <Rows
        label={words.active}
        items={data?.blocks.filter(isActive)}
        error={error}
        retry={() => void refetch()}
        empty={words.noBlocks}
        keyOf={({ id }) => id}
      >
        {(block) => (
          <Group justify="space-between" gap="sm" align="start">
            <Block block={block} isActive />
            <Button variant="default" onClick={() => setLifting(block)}>
              {words.lift}
            </Button>
          </Group>
        )}
      </Rows>
      {past.length > 0 && (
        <>
          <Title order={2} size="h5" mt="xl" mb="xs">
            {words.past}
          </Title>
          <Rows label={words.past} items={past} empty="" keyOf={({ id }) => id}>
            {(block) => <Block block={block} isActive={false} />}
          </Rows>
        </>
      )}
      <Lifting block={lifting} onClose={() => setLifting(undefined)} />
    </Page>
  );
}

function Block({ block, isActive }: { block: BlockView; isActive: boolean }) {
  const words = useWords(recordWords);
  const time = useTime();
  const channelName = useChannelName();
  const { lifted, conversationId } = block;
  const state = lifted
    ? words.liftedBy(lifted.by, time.moment(lifted.at))
    : isActive
      ? words.until(time.moment(block.until))
      : words.ended;
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {block.reason}
        </Text>
        <Badge variant="light" color={isActive ? "red" : "gray"} size="sm" tt="none">
          {state}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {words.by(block.by, time.moment(block.at))} · {channelName(block.channel)}
      </Text>
      {conversationId && (
        <Anchor component={Link} to={`/inbox/${encodeURIComponent(conversationId)}`} size="sm" underline="always">
          {words.openConversation}
        </Anchor>
      )}
    </div>
  );
}

function Lifting({ block, onClose }: { block: BlockView | undefined; onClose: () => void }) {
  const words = useWords(recordWords);
  const client = useQueryClient();
  const lift = useMutation({
    mutationFn: (id: string) => api.post(`blocks/${encodeURIComponent(id)}/lift`),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ["blocks"] });
      onClose();
    },
  });
  return (
    <Confirm
      opened={block !== undefined}
      title={words.liftAsk}
      text={words.liftText}
      confirm={words.lift}
      pending={lift.isPending}
      error={lift.error}
      onConfirm={() => block && lift.mutate(block.id)}
      onClose={() => {
        lift.reset();
        onClose();
      }}
    />
  );
}
