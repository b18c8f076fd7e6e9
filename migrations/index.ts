import * as areas from './001_areas.ts';
import * as indicators from './002_indicators.ts';
import * as observations from './003_observations.ts';
import * as facts from './004_facts.ts';
import * as coldSpots from './005_cold_spots.ts';
import * as disclosure from './006_disclosure.ts';
import * as coldSpotDecisions from './007_cold_spot_decisions.ts';
import * as accounts from './008_accounts.ts';
import * as audit from './009_audit.ts';
import * as targets from './010_targets.ts';
import * as frameworks from './011_frameworks.ts';
import * as accountability from './012_accountability.ts';
import * as controlAndSpread from './013_control_and_spread.ts';
import * as returns from './020_returns.ts';
import * as unplaced from './021_unplaced.ts';
import * as importFigures from './022_import_figures.ts';
import * as additions from './023_additions.ts';
import * as reminders from './024_reminders.ts';
import * as pulls from './025_pulls.ts';
import * as rules from './026_rules.ts';
import * as auditReading from './027_audit_reading.ts';
import * as groups from './029_groups.ts';
import * as authors from './030_authors.ts';
import * as importParts from './031_import_parts.ts';
import * as cellsAtOnce from './032_cells_at_once.ts';

// Names are the order. A migration that has landed is never edited: add the next one.
export const migrations = {
	'001_areas': areas,
	'002_indicators': indicators,
	'003_observations': observations,
	'004_facts': facts,
	'005_cold_spots': coldSpots,
	'006_disclosure': disclosure,
	'007_cold_spot_decisions': coldSpotDecisions,
	'008_accounts': accounts,
	'009_audit': audit,
	'010_targets': targets,
	'011_frameworks': frameworks,
	'012_accountability': accountability,
	'013_control_and_spread': controlAndSpread,
	'020_returns': returns,
	'021_unplaced': unplaced,
	'022_import_figures': importFigures,
	'023_additions': additions,
	'024_reminders': reminders,
	'025_pulls': pulls,
	'026_rules': rules,
	'027_audit_reading': auditReading,
	'029_groups': groups,
	'030_authors': authors,
	'031_import_parts': importParts,
	'032_cells_at_once': cellsAtOnce
};
