// Workflows an agent may trigger for a chat: what the contact centre offers and what each one asks for.

export interface WorkflowInput {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean';
  readonly required: boolean;
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly inputs: readonly WorkflowInput[];
}

export type WorkflowValue = string | number | boolean;
