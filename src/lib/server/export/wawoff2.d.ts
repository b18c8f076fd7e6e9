declare module 'wawoff2' {
	/** WOFF2 to TrueType. */
	export function decompress(packed: Uint8Array): Promise<Uint8Array>;
}
