import { describe, expect, test } from "vitest";
import { told } from "./told.ts";

const one = async (text: string) => (await told(`OSLO — ${text}`)).sources;

describe.each([
  [
    "what somebody was loses against what they are",
    [
      [
        "Marta Kellner, a former professor at Brandt University who is now minister of energy, said the plan would work.",
        "Marta Kellner | minister of energy | - | official",
      ],
      [
        "Ibrahim Sow, formerly a lecturer at the University of Kano, is the transport commissioner. Sow said it would rain.",
        "Ibrahim Sow | transport commissioner | - | official",
      ],
      [
        "Ana Reyes, once a judge and now the president of the National Bank, said rates would rise.",
        "Ana Reyes | president | National Bank | citizen",
      ],
      [
        "Ivan Dragov, who served as ambassador to Chile until 2015 and is now a fellow at the Meridian Institute, said that talks would fail.",
        "Ivan Dragov | fellow | Meridian Institute | expert-thinktank",
      ],
      [
        "Finance minister Paulo Neto spoke on Monday. Neto, a former lecturer at Harlow University, said that taxes would fall.",
        "Paulo Neto | Finance minister | - | official",
      ],
      [
        "Prime Minister Jorge Silva met judges. Silva, a retired general, said the border was open.",
        "Jorge Silva | Prime Minister | - | official",
      ],
    ],
  ],
  [
    "commissioners and directors of bodies of states hold an office, those of leagues don’t",
    [
      [
        "Carla Munoz, the UN High Commissioner for Refugees, said that camps were full.",
        "Carla Munoz | High Commissioner | UN | official",
      ],
      [
        "Piet Visser, the European Union’s trade commissioner, said that tariffs would hurt.",
        "Piet Visser | trade commissioner | European Union | official",
      ],
      ["Police Commissioner Amy Tan said two men had been held.", "Amy Tan | Police Commissioner | - | official"],
      [
        "Lena Holm, director of the World Health Organization, said that nobody was safe.",
        "Lena Holm | director | World Health Organization | official",
      ],
      [
        "Bob Roe, commissioner of the Northern Football League, said that the season was over.",
        "Bob Roe | commissioner | Northern Football League | citizen",
      ],
    ],
  ],
  [
    "whoever leads a study or writes one is a scientist, and works for no paper",
    [
      [
        "“It was a surprise to all of us,” said Elif Kaya, the study’s lead author.",
        "Elif Kaya | lead author | - | expert-academic",
      ],
      [
        "The study, led by Dr. Ines Moreau of the French Space Agency, came out. “We saw water,” Moreau said.",
        "Ines Moreau | - | French Space Agency | expert-other",
      ],
      [
        "A survey conducted by Paul Adler at Reed University covers ten towns. “People are worried,” Adler said.",
        "Paul Adler | - | Reed University | expert-academic",
      ],
      [
        "“We dug for years,” said Tom Berger, first author of the paper.",
        "Tom Berger | first author | - | expert-academic",
      ],
      [
        "The work, headed by Nora Lind, took ten years. “We dug for years,” Lind said.",
        "Nora Lind | - | - | expert-other",
      ],
    ],
  ],
  [
    "a capital that only opens the sentence names no employer",
    [
      ["Watch manager Lucy Grant said the crew did well.", "Lucy Grant | Watch manager | - | official"],
      ["Group manager Sid Moss said the fire was out.", "Sid Moss | Group manager | - | official"],
      [
        "Structural engineer Ann Lee, of Leeds University, said the bridge would stand.",
        "Ann Lee | Structural engineer | Leeds University | expert-academic",
      ],
      [
        "“It will hold,” said Col (retd) R.S. Mann, a fellow at the Institute of Peace.",
        "R.S. Mann | fellow | Institute of Peace | expert-thinktank",
      ],
      ["Area commander Joe Pike said it took all night.", "Joe Pike | Area commander | - | official"],
      ["Shift supervisor Ana Ruiz said the line had stopped.", "Ana Ruiz | Shift supervisor | - | citizen"],
      ["Neighbor Peter Walsh, 63, said he heard a bang.", "Peter Walsh | Neighbor | - | citizen"],
      [
        "Cllr Nina Patel, who represents Hillside ward for Labour, said the bins were full.",
        "Nina Patel | Cllr | Hillside | official",
      ],
    ],
  ],
  [
    "where a body sits is not whom one works for",
    [
      [
        "Ruth Maina, a researcher at the Lagos-based Centre for Democracy Studies, said it would rain.",
        "Ruth Maina | researcher | Centre for Democracy Studies | expert-thinktank",
      ],
      [
        "Omar Fadel, an analyst at the New York-based Kestrel Group, said the army was weak.",
        "Omar Fadel | analyst | Kestrel Group | expert-other",
      ],
      [
        "Pia Lund, director of the Harbour Institute, based in Bergen, said fish were rare.",
        "Pia Lund | director | Harbour Institute | expert-thinktank",
      ],
      [
        "Mia Wong, a strategist at Nomura in Tokyo, said the yen would rise.",
        "Mia Wong | strategist | Nomura | expert-other",
      ],
      [
        "Bo Berg, chief economist with Swedbank in Stockholm, said the crown would fall.",
        "Bo Berg | chief economist | Swedbank | expert-other",
      ],
    ],
  ],
  [
    "clauses that tell what somebody does now",
    [
      [
        "Hugo Stein, who led the ministry’s legal department until 2019 and now advises the Corvus think tank in Berlin, said they lied.",
        "Hugo Stein | - | Corvus | expert-thinktank",
      ],
      [
        "Lena Roth, who worked at the World Bank for ten years and now teaches economics at Harlow University, said debt was high.",
        "Lena Roth | - | Harlow University | expert-academic",
      ],
      [
        "Viktor Sokol spent two decades at the central bank before joining the Meridian Institute, where he runs the Balkan programme. Sokol said prices would rise.",
        "Viktor Sokol | - | Meridian Institute | expert-thinktank",
      ],
      [
        "Grace Obi, who runs the Sahel programme at the Corvus Center, said that rains were late.",
        "Grace Obi | - | Corvus Center | expert-thinktank",
      ],
      [
        "Tariq Aziz, who works for Amnesty International, said prisons were full.",
        "Tariq Aziz | - | Amnesty International | citizen",
      ],
      [
        "Sara Lind, who left the Foreign Ministry in 2020 and now works for the Corvus Center, said that talks would fail.",
        "Sara Lind | - | Corvus Center | expert-thinktank",
      ],
    ],
  ],
  [
    "phrases that point to somebody or something before",
    [
      [
        "President Musa Keita will visit Togo on Friday, his office said.",
        "Musa Keita’s office | - | - | organization",
      ],
      [
        "Thames Valley Police held a man. A spokesman for the force said that two more were sought.",
        "spokesman for the force | spokesman | Thames Valley Police | spokesperson",
      ],
      ["Owen Price, 54, lost his van. “I can’t work,” the father-of-two said.", "Owen Price | - | - | citizen"],
      [
        "Leila Haddad, 29, ran out. Owen Price saw her. “It was dark,” the mother of three said.",
        "Leila Haddad | - | - | citizen",
      ],
      ["The roof of Mona Riis was gone. “It was dark,” the 41-year-old said.", "Mona Riis | - | - | citizen"],
      [
        "The Meridian Institute thinktank estimated that 10,000 people would lose their homes.",
        "Meridian Institute thinktank | - | - | expert-thinktank",
      ],
    ],
  ],
  [
    "honorifics and hyphens between the role and the name",
    [
      ["A bus driver, Mr Sunday Ade, said he waited for six hours.", "Sunday Ade | bus driver | - | citizen"],
      [
        "The National President of the Fuel Marketers Association, Alhaji Bako Musa, said depots were dry.",
        "Alhaji Bako Musa | National President | Fuel Marketers Association | citizen",
      ],
      ["Vice-president Ann Cole said no.", "Ann Cole | Vice-president | - | official"],
      ["Ex-minister Bo Dahl said yes.", "Bo Dahl | Ex-minister | - | expert-other"],
      [
        "Co-author Luke Lind at Harlow University said it rained.",
        "Luke Lind | Co-author | Harlow University | expert-academic",
      ],
      ["Third-grade teacher Bill Moss said it was cold.", "Bill Moss | Third-grade teacher | - | citizen"],
      [
        "Ana Duarte will meet finance minister Joao Lima next Tuesday. Lima said that rates would fall.",
        "Joao Lima | finance minister | - | official",
      ],
    ],
  ],
  [
    "heads of research and of consultancies, leaders of people, portfolios",
    [
      [
        "Kestrel Bank’s Nick Snow, who runs metals research at the bank, said copper would fall.",
        "Nick Snow | - | Kestrel Bank | expert-other",
      ],
      [
        "Juan Sol, head of local consultancy Plusmetal, said every day counted.",
        "Juan Sol | head | Plusmetal | expert-other",
      ],
      [
        "Rita Moor, head of commodities research at Kestrel Bank, said oil would rise.",
        "Rita Moor | head of commodities research | Kestrel Bank | expert-other",
      ],
      ["Farmer leader Raju Shah said that prices were too low.", "Raju Shah | Farmer leader | - | citizen"],
      ["Mining Minister Aurora Wills said that talks would go on.", "Aurora Wills | Mining Minister | - | official"],
      [
        "Rob Will, who co-founded the charity Ocean Help and is now at Harlow University, said whales were patient.",
        "Rob Will | - | Harlow University | expert-academic",
      ],
      ["A farmer who gave his name as Musa Bako said the rain was late.", "Musa Bako | farmer | - | citizen"],
    ],
  ],
  [
    "sciences, bodies of many, ages, and the company that the sentence is about",
    [
      ["ANU hydrologist Jamie Pitt said the dam had never paid.", "Jamie Pitt | hydrologist | ANU | expert-other"],
      ["Prof. Dr. Anja Bock said that fungi were slow.", "Anja Bock | Prof. | - | expert-academic"],
      [
        "NSW Farmers president Xavier Mars said members were furious.",
        "Xavier Mars | president | NSW Farmers | citizen",
      ],
      [
        "Jamie Pitt, a clerk, said no. Bruno Alt is selling. “My kids won’t come back,” says the 52-year-old.",
        "Bruno Alt | - | - | citizen",
      ],
      ["Orlov Motors bought Lotus Steel on Monday, the company said.", "Orlov Motors | - | - | organization"],
      [
        "Lara Winter, who previously ran innovation at Lotus Motors, is in Rome. “It grows,” said co-founder Lara Winter.",
        "Lara Winter | co-founder | - | citizen",
      ],
      ["Chile and Peru leaders said that talks would go on.", "Chile and Peru leaders | - | - | group"],
      [
        "The president met Musa Keita on Monday. President Salva Kiro will come too, his office said.",
        "Salva Kiro’s office | - | - | organization",
      ],
    ],
  ],
])("%s", (_, table) => {
  test.each(table as [string, string][])("%s", async (text, source) => {
    expect(await one(text)).toContain(source);
  });
});
