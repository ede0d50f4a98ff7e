import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { version } from "../version.ts";
import type { Cell, ColumnType, Table } from "./layers.ts";
import type { TableFormat } from "./tables.ts";

type SchemaElement = ParquetWriter["schema"][number];

/** Rows of one row group, and their characters: whichever comes first. */
const [GROUP_ROWS, GROUP_CHARACTERS] = [20_000, 8 << 20];

/** Apache Parquet: typed columns, compressed by Snappy, a row group at a time in memory. */
export function parquetFormat(): TableFormat {
  const files = new Map<string, ParquetTable>();
  return {
    extension: "parquet",
    begin: (table) => {
      files.set(table.name, new ParquetTable(table));
      return null;
    },
    rows: (table, rows) => files.get(table.name)!.add(rows),
    end: (table) => files.get(table.name)!.end(),
  };
}

const TYPES: Readonly<Record<ColumnType, Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  // As text: readers of Python and R take columns that are marked as JSON for bytes.
  json: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
};

class ParquetTable {
  private readonly columns: Table["columns"];
  private readonly bytes = new ByteWriter();
  private readonly writer: ParquetWriter;
  private rows: Cell[][] = [];
  private characters = 0;

  constructor({ name, columns }: Table) {
    this.columns = columns;
    const fields = columns.map(
      ([name, type]): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...TYPES[type] }),
    );
    const schema: SchemaElement[] = [{ name, num_children: columns.length }, ...fields];
    this.writer = new ParquetWriter({ writer: this.bytes, schema, createdBy: `summits ${version}` });
  }

  /** The bytes of the row groups that are full. */
  add(rows: Cell[][]): Uint8Array | null {
    for (const row of rows) {
      this.rows.push(row);
      for (const cell of row) this.characters += typeof cell === "string" ? cell.length : 4;
    }
    if (this.rows.length < GROUP_ROWS && this.characters < GROUP_CHARACTERS) return null;
    this.writeGroup();
    return this.take();
  }

  /** The rest of the bytes, with the footer. */
  end(): Uint8Array {
    if (this.rows.length) this.writeGroup();
    this.writer.finish();
    return this.take();
  }

  private writeGroup(): void {
    const columnData = this.columns.map(([name, type], i) => ({
      name,
      data: this.rows.map((row) => cellOf(row[i], type)),
    }));
    this.writer.write({ columnData, rowGroupSize: this.rows.length });
    this.rows = [];
    this.characters = 0;
  }

  private take(): Uint8Array {
    const bytes = this.bytes.getBytes().slice();
    this.bytes.index = 0;
    return bytes;
  }
}

function cellOf(cell: Cell, type: ColumnType): unknown {
  if (cell === undefined || cell === null) return null;
  if (type !== "day") return cell;
  const day = new Date(`${cell}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}
