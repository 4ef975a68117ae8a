import type { ErrorObject } from 'ajv';

export const countySchool: { (value: unknown): boolean; errors?: ErrorObject[] | null };
