import type { EntityType } from "../document.ts";
import { fullest } from "../entities/link.ts";
import { fold } from "../entities/names.ts";
import type { Profile } from "./tally.ts";

const INSTITUTION =
  /(?:^|\s)(?:cent(?:er|re)|institut(?:e|ion)|university|college|academy|school|ministry|department|agency|bureau|foundation|council|committee|commission|association|society|bank|court|parliament|assembly|party|union|corporation|company|group|organi[sz]ation|forum|league|federation)(?:\s|$)/u;

// A name's type in most documents is its type in all where they are this many times as many.
const MAJORITY = 3;

/** Gives names that some documents typed against the others one type, where that is safe; towns and their clubs are left alone. */
export function settleAcross(profiles: readonly Profile[]): Profile[] {
  const documents = new Map<string, Map<EntityType, number>>();
  for (const profile of profiles) {
    const key = fold(fullest(profile.names));
    const types = documents.get(key) ?? new Map<EntityType, number>();
    documents.set(key, types.set(profile.type, (types.get(profile.type) ?? 0) + profile.documents.length));
  }
  return profiles.map((profile) => {
    const name = fullest(profile.names);
    const types = documents.get(fold(name))!;
    const type = types.size > 1 ? settled(name, profile.type, types) : profile.type;
    return type === profile.type ? profile : { ...profile, type };
  });
}

function settled(name: string, type: EntityType, types: ReadonlyMap<EntityType, number>): EntityType {
  if (type === "group") return type;
  if (types.has("organization") && INSTITUTION.test(fold(name))) return "organization";
  const [usual, most] = [...types].reduce((best, one) => (one[1] > best[1] ? one : best));
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,5}$/u.test(name);
  const isTown =
    (type === "place" && usual === "organization" && !isAcronym) || (type === "organization" && usual === "place");
  if (isTown || usual === "group" || !(isAcronym || /\s/u.test(name))) return type;
  return most >= MAJORITY * types.get(type)! ? usual : type;
}
