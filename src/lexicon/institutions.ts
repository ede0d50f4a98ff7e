import { remembering } from "../remembering.ts";

/** What kind of body an institution is. */
export type InstitutionClass =
  | "university"
  | "thinktank"
  | "government"
  | "party"
  | "campaign"
  | "media"
  | "company"
  | "consultancy"
  | "association"
  | "document"
  | "security";

/** Head nouns that tell the kind of a body, whether in its name ("Reed University") or in place of it ("the think tank"). */
const HEADS: Record<InstitutionClass, string> = {
  university:
    "university college school academy polytechnic faculty universität université universidad universidade hochschule campus conservatory",
  thinktank: `institute institution center centre think-tank thinktank foundation observatory program programme forum
    laboratory lab`,
  government: `ministry department government administration agency office bureau senate congress parliament assembly house council commission
    court cabinet presidency embassy consulate treasury secretariat directorate legislature duma kremlin authority service inspectorate
    municipality city county state nation country parliament palace politburo bundestag knesset pentagon registry customs border-guard
    chamber mission delegation presidium committee monarchy junta tribunal supreme-court mayoralty`,
  security: "police army navy military troops guard marines fbi cia forces command militia corps taskforce force",
  party: "party coalition bloc caucus faction movement alliance opposition rnc dnc",
  campaign: "campaign camp ticket candidacy super-pac pac bid",
  media: `newspaper news times post herald tribune journal gazette agency magazine television tv radio daily weekly broadcaster network website
    outlet paper publication chronicle press channel broadcast telegraph guardian observer standard mail express sun mirror globe star examiner
    inquirer courier echo bulletin today insider newswire wire tabloid monthly blog site portal media newsroom dispatch
    broadsheet podcast sentinel argus monitor zeitung figaro pravda izvestia mainichi shimbun ilbo sinmun`,
  company: `company corporation corp inc ltd llc co group bank holdings firm partners capital industries motors airlines pharmaceuticals
    enterprises technologies systems insurance fund airline manufacturer maker retailer startup brewery supplier plc gmbh conglomerate
    carrier automaker business restaurant hotel hospital chain partnership associates securities publisher
    management pharmaceutical laboratories stores energy oil gas telecom`,
  consultancy: "consultancy consulting consultants advisors advisers advisory pollster",
  association: `association society organization organisation federation union league charity network committee group ngo club church
    commission confederation board congress institute trust nonprofit watchdog consortium hospital clinic team crew family
    workers lobby`,
  document: `report study survey poll data statement letter memo document paper filing lawsuit complaint ruling census article editorial
    advertisement ad commercial bill indictment transcript email e-mail tweet post analysis book press-release release communique communiqué polling finding figure statistic estimate review audit dossier affidavit brief opinion order constitution notice
    platform headline video comment remark post op-ed column memoir testimony flyer leaflet advisory resolution treaty memorandum website page`,
};

const words = (list: string) => list.split(/\s+/u).filter(Boolean);

/** Every class that a head noun may have, the most telling first. */
export const INSTITUTION_HEADS: ReadonlyMap<string, readonly InstitutionClass[]> = (() => {
  const found = new Map<string, InstitutionClass[]>();
  for (const [kind, list] of Object.entries(HEADS) as [InstitutionClass, string][])
    for (const noun of words(list)) {
      if (!found.has(noun)) found.set(noun, []);
      if (!found.get(noun)!.includes(kind)) found.get(noun)!.push(kind);
    }
  return found;
})();

/** The singular institution noun that a word is; null where it is none. */
export const institutionNoun = remembering(readInstitution);

function readInstitution(word: string): string | null {
  const bare = word.toLowerCase().replace(/\.$/u, "");
  if (INSTITUTION_HEADS.has(bare)) return bare;
  const one = bare.endsWith("ies") ? `${bare.slice(0, -3)}y` : bare.endsWith("s") ? bare.slice(0, -1) : null;
  return one && INSTITUTION_HEADS.has(one) ? one : null;
}

const BODIES_OF_STATES: ReadonlySet<string> = new Set(
  `EU|E.U.|European Union|European Commission|European Central Bank|ECB|UN|U.N.|United Nations|UNICEF|Unicef|UNESCO|Unesco|UNHCR|OCHA|UNRWA|
UNDP|WHO|World Health Organization|World Health Organisation|IAEA|International Atomic Energy Agency|NATO|Nato|ASEAN|Asean|AU|African Union|
ECOWAS|Ecowas|IGAD|SADC|OSCE|OECD|OPEC|Opec|Arab League|Gulf Cooperation Council|Commonwealth|Mercosur|CARICOM|Caricom|OAS|World Bank|IMF|
International Monetary Fund|WTO|World Trade Organization|World Trade Organisation|FAO|WFP|World Food Programme|World Food Program|ILO|
International Labour Organization|Interpol|INTERPOL|Europol|Frontex|Eurogroup|Council of Europe|Pacific Islands Forum`
    .replaceAll("\n", "")
    .split("|"),
);

/** Whether a name is that of a body whose members are states: "EU", "the World Health Organization". */
export const isBodyOfStates = (name: string): boolean => BODIES_OF_STATES.has(name.replace(/^[Tt]he /u, ""));
