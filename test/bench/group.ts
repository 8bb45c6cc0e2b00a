/** A group of rows in the bench's table; each group is a file of its own, named in `bench.ts`. */
export type BenchOptions = {
  /** Fewer runs and smaller schools. */
  quick: boolean;
  /** Also what takes minutes: HiGHS on 20,000 students. */
  full: boolean;
  /** Where the files `NAME-seed1.json` of schools with known optima are. */
  instances: string;
};

/** `kept` is undefined where nothing was measured. */
export type BenchRow = { what: string; found: string; limit: string; kept: boolean | undefined };

export type BenchGroup = {
  /** For `--only`. */
  name: string;
  title: string;
  rows(options: BenchOptions): Iterable<BenchRow>;
};
