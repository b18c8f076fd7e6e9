// British National Grid (EPSG:27700) from longitude and latitude: distances between places are only
// right in metres. Uses proj4 with the seven-parameter Helmert shift (about 5 m), enough to rank
// neighbours; not for placing addresses.
import proj4 from 'proj4';
import type { Point } from './neighbours.ts';

const GRID =
	'+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
	'+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

/** East and north in metres of a WGS84 position in degrees. */
export function gridPoint(longitude: number, latitude: number): Point {
	const [east, north] = proj4('WGS84', GRID, [longitude, latitude]);
	return [east ?? Number.NaN, north ?? Number.NaN];
}
