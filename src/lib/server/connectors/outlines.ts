import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { LOCALITIES, WALSALL, WARDS_NOW } from '../../domain/area.ts';
import type { Outline } from '../../domain/connector/crimes.ts';
import * as areas from '../db/areas.ts';
import * as boundaries from '../db/boundaries.ts';
import type { Db } from '../db/client.ts';

/** Outlines of the borough, and of its localities and wards in force, in degrees. */
export async function outlines(db: Db): Promise<{ whole: Outline; parts: Outline[] }> {
	const [named, ...sets] = await Promise.all([
		areas.all(db),
		...['borough', LOCALITIES, WARDS_NOW].map((vintage) => boundaries.topology(db, vintage))
	]);
	const names = new Map(named.map(({ code, name }) => [code, name]));
	const all = sets.flatMap((set) => (set ? ofTopology(set.topology, names) : []));
	const whole = all.find(({ code }) => code === WALSALL);
	if (!whole) throw new Error('no outline of the borough is held');
	return { whole, parts: all.filter((one) => one !== whole) };
}

type Ring = [lng: number, lat: number][];
type Shape = GeometryCollection<{ code: string }>;

function ofTopology(topology: Topology, names: ReadonlyMap<string, string>): Outline[] {
	const { areas: object } = topology.objects as { areas: Shape };
	return feature(topology, object).features.flatMap(({ properties: { code }, geometry }) => {
		const name = names.get(code) ?? code;
		if (geometry.type === 'Polygon') {
			return [{ code, name, parts: [geometry.coordinates as Ring[]] }];
		}
		return geometry.type === 'MultiPolygon'
			? [{ code, name, parts: geometry.coordinates as Ring[][] }]
			: [];
	});
}
