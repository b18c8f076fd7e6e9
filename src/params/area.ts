import type { ParamMatcher } from '@sveltejs/kit';
import { isAreaCode } from '../lib/domain/area.ts';

export const match: ParamMatcher = (text) => isAreaCode(text.toUpperCase());
