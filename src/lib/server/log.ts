// A structured log: one line of JSON an event, on standard error, so that what a program prints for
// people stays apart. No addresses, queries or names of readers are ever logged.

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Fields = Readonly<Record<string, unknown>>;
type Write = (message: string, fields?: Fields) => void;

export interface Log {
	debug: Write;
	info: Write;
	warn: Write;
	error: Write;
	/** The same log with fields on every line. */
	with(fields: Fields): Log;
}

export const isLogLevel = (text: string): text is LogLevel =>
	(LOG_LEVELS as readonly string[]).includes(text);

/** Makes a log that keeps events of `least` and above. */
export function createLog(
	least: LogLevel,
	print: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
	now: () => Date = () => new Date()
): Log {
	const rank = (level: LogLevel) => LOG_LEVELS.indexOf(level);
	const bind = (bound: Fields): Log => {
		const writer =
			(level: LogLevel): Write =>
			(message, fields) => {
				if (rank(level) < rank(least)) return;
				print(line({ time: now().toISOString(), level, message, ...bound, ...fields }));
			};
		return {
			debug: writer('debug'),
			info: writer('info'),
			warn: writer('warn'),
			error: writer('error'),
			with: (fields) => bind({ ...bound, ...fields })
		};
	};
	return bind({});
}

function line(event: Fields): string {
	return JSON.stringify(event, (_key, value: unknown) =>
		value instanceof Error
			? { name: value.name, message: value.message, stack: value.stack }
			: value
	);
}
