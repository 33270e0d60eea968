import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import type { DraftView } from "../../../../staff/wire";
import type { Step, useStep } from "./useReview";

export type StepGiven = { draft: DraftView; step: ReturnType<typeof useStep> };
type Given = Pick<StepGiven, "step"> & { does: Step; children: ReactNode } & Pick<ButtonProps, "variant" | "disabled">;

/** Does one step when pressed. */
export function StepButton({ step, does, children, ...look }: Given) {
  return (
    <Button
      size="sm"
      loading={step.isPending && step.variables.act === does.act}
      onClick={() => step.mutate(does)}
      {...look}
    >
      {children}
    </Button>
  );
}
