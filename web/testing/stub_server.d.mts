export interface Stub {
  readonly address: string;
  readonly state: {
    readonly submissions: Map<string, string>;
    /** Every PUT that arrived, repeated ones too. */
    readonly puts: string[];
    conflictNext: boolean;
  };
  close(): Promise<void>;
}
export function startStub(port?: number): Promise<Stub>;
