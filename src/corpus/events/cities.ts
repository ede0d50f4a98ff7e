import { countryNamed } from "../../entities/countries.ts";
import { bareName } from "../../entities/names.ts";
import { placeKey } from "../../entities/place-name.ts";

// Capitals, seats of international bodies, and cities that leaders are often received in; other cities stay by themselves.
const CITIES = `
afghanistan:kabul|albania:tirana|algeria:algiers|angola:luanda|argentina:buenos aires|armenia:yerevan|australia:canberra,sydney,melbourne,perth
austria:vienna,salzburg|azerbaijan:baku,shusha|bahrain:manama|bangladesh:dhaka|belarus:minsk,brest|belgium:brussels,bruges|bolivia:la paz,sucre
bosnia and herzegovina:sarajevo|botswana:gaborone|brazil:brasilia,rio de janeiro,sao paulo,belem|brunei:bandar seri begawan|bulgaria:sofia,varna
burkina faso:ouagadougou|burundi:bujumbura,gitega|cambodia:phnom penh,siem reap|cameroon:yaounde|canada:ottawa,toronto,montreal,vancouver,quebec city
chad:ndjamena|chile:santiago|china:beijing,shanghai,guangzhou,shenzhen,dalian,tianjin,harbin,xian,wuhan,hangzhou,qingdao,sanya,dandong
colombia:bogota,cartagena|costa rica:san jose|croatia:zagreb,dubrovnik|cuba:havana|cyprus:nicosia|czech republic:prague|denmark:copenhagen
democratic republic of the congo:kinshasa,goma|republic of the congo:brazzaville|djibouti:djibouti city|dominican republic:santo domingo
ecuador:quito,guayaquil|egypt:cairo,sharm el sheikh,alexandria|el salvador:san salvador|eritrea:asmara|estonia:tallinn|ethiopia:addis ababa
fiji:suva|finland:helsinki|france:paris,strasbourg,nice,marseille,lyon,biarritz,versailles|gabon:libreville|georgia:tbilisi,batumi
germany:berlin,munich,hamburg,bonn,frankfurt,dresden,cologne|ghana:accra|greece:athens,thessaloniki|guatemala:guatemala city|guinea:conakry
haiti:port au prince|honduras:tegucigalpa|hungary:budapest|iceland:reykjavik|india:new delhi,delhi,mumbai,kolkata,chennai,bengaluru,ahmedabad,goa
indonesia:jakarta,bali,bandung|iran:tehran,isfahan,mashhad|iraq:baghdad,erbil,basra|ireland:dublin|israel:jerusalem,tel aviv,haifa
italy:rome,milan,venice,naples,turin,taormina,florence|ivory coast:abidjan,yamoussoukro|jamaica:kingston|japan:tokyo,osaka,hiroshima,kyoto,nagoya,sapporo,fukuoka,nagasaki
jordan:amman,aqaba|kazakhstan:astana,almaty|kenya:nairobi,mombasa|kosovo:pristina|kuwait:kuwait city|kyrgyzstan:bishkek|laos:vientiane,luang prabang
latvia:riga|lebanon:beirut|liberia:monrovia|libya:benghazi|lithuania:vilnius|malaysia:kuala lumpur,putrajaya|maldives:male|mali:bamako
malta:valletta|mauritania:nouakchott|mexico:mexico city,cancun,los cabos|moldova:chisinau|mongolia:ulaanbaatar,ulan bator|montenegro:podgorica
morocco:rabat,casablanca,marrakesh|mozambique:maputo|myanmar:naypyidaw,yangon,mandalay|namibia:windhoek|nepal:kathmandu|netherlands:the hague,amsterdam,rotterdam
new zealand:wellington,auckland|nicaragua:managua|niger:niamey|nigeria:abuja,lagos|north korea:pyongyang,wonsan,kaesong,rason,sinuiju
north macedonia:skopje|norway:oslo,bergen|oman:muscat|pakistan:islamabad,karachi,lahore|panama:panama city|papua new guinea:port moresby
paraguay:asuncion|peru:lima,cusco|philippines:manila,davao|poland:warsaw,krakow,gdansk|portugal:lisbon,porto|qatar:doha|romania:bucharest
russia:moscow,st petersburg,vladivostok,sochi,kazan,vostochny cosmodrome,khabarovsk,yekaterinburg,ufa,kaliningrad,irkutsk,russian far east
rwanda:kigali|saudi arabia:riyadh,jeddah,mecca,neom|senegal:dakar|serbia:belgrade|sierra leone:freetown|slovakia:bratislava|slovenia:ljubljana
somalia:mogadishu|south africa:pretoria,cape town,johannesburg,durban|south korea:seoul,busan,incheon,jeju,gyeongju,daegu,pyeongchang,sejong
south sudan:juba|spain:madrid,barcelona,granada,seville|sri lanka:colombo|sudan:khartoum,port sudan|sweden:stockholm,gothenburg,malmo
switzerland:bern,geneva,zurich,davos,lausanne,lucerne|syria:damascus,aleppo|taiwan:taipei,kaohsiung|tajikistan:dushanbe|tanzania:dodoma,dar es salaam
thailand:bangkok,chiang mai,phuket|tunisia:tunis|turkey:ankara,istanbul,antalya|turkmenistan:ashgabat,avaza|uganda:kampala|ukraine:kyiv,kharkiv,odesa,lviv,dnipro
united arab emirates:abu dhabi,dubai|united kingdom:london,edinburgh,belfast,cardiff,glasgow,bletchley|uruguay:montevideo,punta del este
united states:washington,new york city,camp david,los angeles,san francisco,chicago,honolulu,hawaii,anchorage,alaska,mar a lago,miami,boston,houston
uzbekistan:tashkent,samarkand,bukhara|venezuela:caracas|vietnam:hanoi,ho chi minh city,danang,da nang,dien bien phu|yemen:sanaa,aden|zambia:lusaka|zimbabwe:harare
`;

const COUNTRIES = new Map<string, string>();
for (const row of CITIES.trim().split(/[\n|]/u)) {
  const [country, cities] = row.split(":");
  for (const city of cities!.split(",")) COUNTRIES.set(placeKey(city), country!);
}

/** The country that a place is, or that it lies in where it is well known for that; null for other places. */
export function countryAround(name: string): string | null {
  const key = placeKey(name);
  return countryNamed(bareName(name)) ?? countryNamed(key) ?? COUNTRIES.get(key) ?? null;
}

/** Whether a name is one of a country itself. */
export const isCountry = (name: string): boolean => countryNamed(placeKey(name)) !== undefined;
