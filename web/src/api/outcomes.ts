import { type Infer, list, nullable, number, object, string } from '../base/shape';

const classResult = object({
  id: string,
  teacher_id: string,
  school_id: string,
  class_name: string,
  subject: string,
  instrument: string,
  period: string,
  measured_on: string,
  pupils: number,
  mean: string,
  sd: nullable(string),
  full_marks: string,
  criterion: nullable(string),
  mastered: nullable(number),
});
export type ClassResult = Infer<typeof classResult>;
export const classResultsShape = object({ items: list(classResult) });
export const recordedShape = object({ added: number, changed: number, unchanged: number });
export type Recorded = Infer<typeof recordedShape>;
export const schoolsOfOutcomesShape = object({ items: list(object({ id: string, npsn: string, name: string })) });
