import { SegmentedControl, Select, Group as Side, Skeleton, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { CoverageTable } from "./CoverageTable";
import { coverageRows, type Filter, filters, type Group, groups } from "./coverageRows";
import { coverageWords } from "./coverageTexts";
import { useCoverage } from "./useSets";

/** What is asked of each area, unit or topic, and what there is to answer it with. */
export function Coverage() {
  const words = useWords(coverageWords);
  const { data, error, refetch } = useCoverage();
  const [group, setGroup] = useState<Group>("areas");
  const [filter, setFilter] = useState<Filter>("all");
  return (
    <>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text size="sm" mb="sm">
        {words.hint}
      </Text>
      <Side gap="md" align="end" mb="sm">
        <SegmentedControl
          aria-label={words.by}
          size="sm"
          data={groups.map((value) => ({ value, label: words.groups[value] }))}
          value={group}
          onChange={setGroup}
        />
        {group === "topics" && (
          <Select
            label={words.only}
            size="sm"
            w={300}
            data={filters.map((value) => ({ value, label: words.filters[value] }))}
            value={filter}
            onChange={(value) => setFilter(filters.find((one) => one === value) ?? "all")}
            allowDeselect={false}
          />
        )}
      </Side>
      <ErrorNote error={error} retry={() => void refetch()} />
      {data && <CoverageTable key={group} group={group} rows={coverageRows(data, group, filter)} />}
      {!data && !error && <Skeleton height={320} />}
    </>
  );
}
