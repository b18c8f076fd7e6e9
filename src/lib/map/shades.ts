// The map's colours for places where the style sheet does not reach: the canvas, and files that leave
// the product. Their values are those of app.css; a test holds the two together.

/** Five classes, light is low. */
export const shades = ['#eef3ee', '#bcd9d5', '#7cb2b8', '#3a7f98', '#0d4560'] as const;

export const ink = '#17212b';
export const paper = '#ffffff';
/** Edge of the three light classes, and of areas without a value. */
export const edge = '#3f4c56';
export const highlight = '#ffd23f';
/** Outlines of findings. */
export const cold = '#5b2a86';

export type Shade = 1 | 2 | 3 | 4 | 5;

/** Neighbouring fills are closer than 3:1, so the edge carries the contrast: ink on light, white on dark. */
export const edgeOf = (shade: Shade): string => (shade <= 3 ? edge : paper);
