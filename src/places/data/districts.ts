/** Number and name of each district of the city. */
export const districtNames = `
I Stare Miasto
II Grzegórzki
III Prądnik Czerwony
IV Prądnik Biały
V Krowodrza
VI Bronowice
VII Zwierzyniec
VIII Dębniki
IX Łagiewniki-Borek Fałęcki
X Swoszowice
XI Podgórze Duchackie
XII Bieżanów-Prokocim
XIII Podgórze
XIV Czyżyny
XV Mistrzejowice
XVI Bieńczyce
XVII Wzgórza Krzesławickie
XVIII Nowa Huta`;

/** Parts of the city people name, and what everybody knows, by district. Only those that lie in one district alone. */
export const areaNames = `
I Kazimierz, Kleparz, Stradom, Planty, Wawel, Sukiennice, Barbakan, Brama Floriańska, Plac Nowy, Galeria Krakowska, Dworzec Główny, Stare Miasto
II Grzegórzki, Dąbie, Osiedle Oficerskie, Hala Targowa
III Prądnik Czerwony, Ugorek
IV Prądnik Biały, Azory, Krowodrza Górka, Tonie, Górka Narodowa, Bronowice Wielkie, Witkowice, Żabiniec
V Krowodrza, Łobzów, Nowa Wieś, Miasteczko Studenckie
VI Bronowice, Bronowice Małe, Bronowice Nowe, Mydlniki
VII Zwierzyniec, Salwator, Wola Justowska, Przegorzały, Bielany, Olszanica, Błonia, Kopiec Kościuszki, Las Wolski, Półwsie Zwierzynieckie
VIII Dębniki, Ruczaj, Zakrzówek, Tyniec, Kobierzyn, Pychowice, Skotniki, Kostrze, Bodzów, Sidzina, Kliny Zacisze, Podwawelskie
IX Łagiewniki, Borek Fałęcki
X Swoszowice, Opatkowice, Kliny Borkowskie, Rajsko, Wróblowice, Zbydniowice, Jugowice, Soboniowice
XI Podgórze Duchackie, Wola Duchacka, Kurdwanów, Piaski Wielkie, Piaski Nowe
XII Bieżanów, Prokocim, Bieżanów Nowy, Nowy Bieżanów, Prokocim Nowy, Nowy Prokocim, Rżąka, Kozłówek, Złocień, Na Kozłówce
XIII Podgórze, Zabłocie, Płaszów, Rybitwy, Przewóz, Stare Podgórze, Bagry, Kopiec Krakusa, Plac Bohaterów Getta
XIV Czyżyny, Łęg, Tauron Arena, Muzeum Lotnictwa
XV Mistrzejowice
XVI Bieńczyce, Arka Pana
XVII Wzgórza Krzesławickie, Krzesławice, Grębałów, Kantorowice, Lubocza, Zesławice, Łuczanowice
XVIII Nowa Huta, Plac Centralny, Mogiła, Pleszów, Branice, Ruszcza, Przylasek Rusiecki, Wolica, Wyciąże, Kościelniki, Zalew Nowohucki, Górka Kościelnicka, Aleja Róż`;
