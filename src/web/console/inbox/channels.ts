/** What a channel is called; one without a name of its own shows its id. */
export function channelName(channel: string, { channels }: { channels: Record<string, string> }): string {
  return channels[channel] ?? channel;
}
