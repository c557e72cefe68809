// The words that tell what a number near them is, in English, Dutch, German, French, Spanish, Italian and
// Portuguese. Lower case without accents; `*` at the end also takes longer words; a space is any short separator.

/** What a word says about the number beside it. */
export const Topic = {
  card: 1,
  ssn: 2,
  phone: 4,
  mail: 8,
  /** The number names a thing (order, parcel, device): it is not a phone number or an SSN. */
  reference: 16,
  /** The number is an amount. */
  money: 32,
  securityCode: 64,
  expiry: 128,
  /** A spoken "@", a spoken full stop, a spoken joining mark, a spoken digit. */
  at: 256,
  dot: 512,
  joiner: 1024,
  digit: 2048,
  repeat: 4096,
  iban: 8192,
  /** Completes the word before it: "id", "code". */
  label: 16384,
} as const;

const split = (words: string): readonly string[] => words.trim().split(/\s*\|\s*/);

/** Words by topic; a word may stand under several. */
export const VOCABULARY: readonly (readonly [topic: number, words: readonly string[]])[] = [
  // Phrases whose words would say something they do not mean.
  [0, split('in case | just in case | en caso | in caso | em caso | no caso | en cas | au cas | in order to | a lot | lots | in any case | in that case | in geval | no problem')],
  [Topic.card, split(`card* | credit* | creditcard* | debit* | cc | visa | mastercard* | master card | amex | american express | maestro |
    diners* | discover | jcb | unionpay | union pay | rupay | pan | kaart* | betaalkaart* | bankpas* | pasnummer* | betaalpas* |
    kreditkart* | karte | karten | kartennummer* | kartennr | bankkarte* | carte | cartes | carte bancaire | carte bleue | cb | tarjeta* | carta |
    carte di credito | carta di credito | bancomat | cartao | cartoes | ccnum* | cardnum* | pcn | long number`)],
  [Topic.iban, split('iban* | bank account | bankrekening* | rekening* | rek | kontonummer* | konto | compte bancaire | cuenta* | conto corrente | conta bancaria')],
  [Topic.ssn, split(`ssn* | ss# | ss | ss no | ss number | s s n | s s number | s s no | s s | soc sec* | social | socials | social security* | socialsecurity* | social sec* | social insurance* |
    tax id* | taxid | taxpayer* | tin | itin | us tax | sozialversicherung* | sozialvers* | sv nummer | svnr | sofi* | sociale zekerheid* |
    socialezekerheid* | sociaal nummer | sociale verzekering* | burger service* | securite sociale | secu | numero secu | seguro social | seguridad social |
    nss | previdenza sociale | sicurezza sociale | codice sociale | seguranca social | seguro social | previdencia social | niss`)],
  [Topic.phone, split(`phone* | phones | telephon* | telefon* | telefoon* | telef | tel | tels | tlf | tlfn | telf | tfno | tfn | tfl | fon | mobile* | mobiel* | mobil |
    mobilnummer* | mobilfunk* | mobilnr | mob | handy* | cell | cells | cellphone* | cellular* | cellulare* | celular* | cel | movil* | portable | mon portable | gsm* |
    whatsapp* | whats app | wapp | watsapp | whatsap | zap | wa me | viber | telegram | signal number | imessage | facetime | callto | sms* | msisdn | fax* | telefax* |
    call | calls | calling | callback* | call back | call me | called from | ring me | ring | dial | text me | texting | reach me | reach us | reachable | contact me | contact | kontakt* | contact | kontakt* |
    contact number* | contact no | contact nr | contactnum* | contactnr | contact is | my number* | my no | my nr | my new number | my other number | his number | her number | our number | work number |
    home number | daytime number | number to call | number to reach | landline* | land line | hotline* | mijn nummer | mn nummer | m'n nummer | mijn nr | ons nummer | zijn nummer | haar nummer |
    bel | bellen | belt | belde | bel me | bel mij | gebeld | terugbel* | nabellen | opbellen | bereikbaar* | bereiken | te bereiken | vaste lijn | vast nummer | appen | app me | app mij |
    meine nummer | meine neue nummer | meine nr | unsere nummer | seine nummer | ihre nummer | ruf | rufen | rufe | anruf* | angerufen | zuruckruf* | ruckruf* | erreichbar* | erreichen | erreiche | festnetz* |
    durchwahl | mon numero | mon num | notre numero | son numero | appel | appels | appeler | appelez* | appelle | rappel* | joindre | joignable* | ligne fixe | fixe | contactez moi |
    mi numero | mi n | nuestro numero | su numero | llam* | marcar | marque | contactar* | contactame | numero de contacto | fijo | mio numero | il mio num | nostro numero | suo numero |
    chiam* | richiam* | recapito* | contattami* | contattatemi | fisso | numero di contatto | meu numero | minha linha | nosso numero | seu numero | ligar | ligue* | liguem | liga me | me liga | telemovel* |
    contacto | contato | numero fixo | ramal | rufnummer* | phone# | ph | mobilo | numero vert | sms naar`)],
  [Topic.mail, split(`mail* | email* | e mail* | e-mail* | gmail | courriel* | correo* | adress* | address* | mon adresse | indirizzo* | endereco* | direccion* | adres | adresse | contact* |
    reach me | write to | schrijf naar | stuur* | send to | schreib* | ecrivez* | escrib* | scriv* | escrev* | mailto | posta elettronica | login | username | account | registered`)],
  [Topic.reference, split(`order* | purchase | po | p o | tracking* | track | trackingnumber | trace | parcel* | package* | shipment* | shipping* | consignment* | delivery number | awb | waybill | imei* | meid |
    iccid | esn | serial* | serie* | serien* | s n | sn | sr | invoice* | inv | bill number | receipt* | reference* | ref | refs | refer* | ticket* | case | caso | casus | cas | claim* | id | ids |
    uuid | guid | member* | membership* | customer* | cust | client* | account number | account no | account nr | account id | acct | accountnummer | user id | userid | userno | booking* | reservation* | pnr |
    confirmation* | conf no | voucher* | coupon* | promo* | giftcard* | gift card | gift | code | codes | pin | otp | passcode | password | barcode* | bar code | ean* | upc | isbn* | gtin | asin | sku* | lot | batch | part | partno | model* | item* |
    article* | product* | artnr | art nr | art | version* | build | release | firmware | policy* | contract* | license* | licence* | vin | plate | passport* | room | zip | zipcode | postcode* | postal | vat* | btw* | kvk* | bic | swift |
    rma* | return number | transaction* | trans | txn | payment id | transfer id | session* | sha | hash | commit | ts | timestamp | epoch | unix | unixtime | meter* | flight* | gate | bus | km | page | pages | isin | wkn | duns |
    bestel* | ordernummer* | bestelling* | klant* | relatienummer* | lidnummer* | lidmaat* | factuur* | pakket* | zending* | verzend* | volgnummer* | barcodenummer | artikel* | kenmerk* | referentie* | dossier* | zaak* | zaaknummer* |
    polis* | contractnummer* | serienummer* | meterstand* | retour* | boeking* | reservering* | cadeaukaart* | cadeaubon* | kassabon* | bonnummer* | transactie* | kamer | kenteken* |
    bestell* | auftrag* | kunden* | mitglied* | rechnung* | sendung* | paket* | lieferung* | lieferschein* | vorgang* | aktenzeichen* | referenz* | vertrag* | police* | zahlernummer* | zahlerstand* | zahler | buchung* |
    reservierung* | gutschein* | beleg* | geratenummer* | gerat* | produkt* | fahrgestell* | ust id* | ustid* | steuernummer* | plz | zimmer | transaktion* | kassenbon* | ruckgabe* |
    commande* | suivi* | colis | livraison* | expedition* | facture* | fact | numero de serie | adherent* | abonne* | contrat* | reservation* | reclamation* | article* | produit* | bon d achat | compteur* | chambre | siret | siren |
    pedido* | seguimiento* | rastre* | envio* | paquete* | factura* | cliente* | socio* | contrato* | reserva* | referencia* | articulo* | producto* | poliza* | expediente* | contador | habitacion | nif | cif | nie | dni | recibo* | numero de serie | albaran* |
    ordine* | spedizione* | tracciamento* | pacco* | fattura* | codice* | pratica* | riferimento* | prenotazione* | contratto* | polizza* | articolo* | prodotto* | matricola* | seriale* | tessera* | scontrino* | contatore | partita iva | p iva |
    encomenda* | fatura* | recibo* | apolice* | processo* | protocolo* | artigo* | produto* | nota fiscal | codigo* | cpf | cnpj | matricula* | numero de rastreio`)],
  [Topic.label, split('id | ids | code | codes | codice | codigo | ref')],
  [Topic.money, split(`eur | euro | euros | usd | gbp | chf | dollar* | pound* | pounds | price* | amount* | total* | balance | saldo | bedrag* | prijs* | betrag* | preis* | summe | montant* | prix | solde |
    importe* | precio* | importo* | prezzo* | valor* | preco* | quantia* | reais | brl | cost* | costs | kostet | kost | coute | cuesta | costa | custa | pixel* | px | people | mensen | personen | personnes | personas | persone | pessoas`)],
  [Topic.securityCode, split(`cvv* | cvc* | cv2 | cvn | cid | csc | security code | secure code | card code | verification code | code on the back | three digits | 3 digits | veiligheidscode* | beveiligingscode* | controlecode* |
    prufnummer* | prufziffer* | kartenprufnummer* | sicherheitscode* | cryptogramme* | code de securite | codigo de seguridad | codigo de seguranca | codice di sicurezza | sicherheitsnummer*`)],
  [Topic.expiry, split(`exp | expir* | expd | exp date | valid | valid thru | valid until | good thru | mm yy | verval* | geldig* | verloop* | ablauf* | gultig* | gueltig* | verfall* | date d expiration | valable* | validite* |
    caduc* | vence* | vencimiento* | valida hasta | valido hasta | scad* | scadenza* | valida fino | validade* | vencimento* | valido ate`)],
  [Topic.at, split(`at | apenstaart* | apestaart* | at teken | arobase* | arobas | arroba* | chiocciola* | klammeraffe* | at zeichen | at sign`)],
  [Topic.dot, split('dot | punt | punkt | point | punto | ponto | dott | full stop | period')],
  [Topic.joiner, split(`underscore | under score | underline | liggend streepje | laag streepje | unterstrich | tiret bas | souligne | guion bajo | barra baja | trattino basso | sublinhado | underscor |
    dash | hyphen | minus | streepje | koppelteken | min | bindestrich | strich | tiret | trait d union | guion | raya | trattino | meno | hifen | traco | slash | plus | space | spatie | leerzeichen | espace | espacio | spazio | espaco | then | and then | dan | dann | puis | luego | poi | depois | komma | comma | virgule`)],
];

/** Spoken joining marks by the character they stand for. */
export const JOINING_WORDS = /^(?:under|liggend|laag|unterstrich|tiret bas|souligne|guion bajo|barra|trattino basso|sublinhado|dash|hyphen|minus|streepje|koppelteken|min|bindestrich|strich|tiret|trait|guion|raya|trattino|hifen|traco|plus)/;

/** Spoken digits; the place in the row is the value. */
export const DIGIT_WORDS: readonly (readonly string[])[] = [
  split('zero | oh | nought | nul | null | cero | ou'),
  split('one | een | eins | ein | un | une | uno | um | uma'),
  split('two | twee | zwei | zwo | deux | dos | due | dois | duas'),
  split('three | drie | drei | trois | tres | tre'),
  split('four | vier | quatre | cuatro | quattro | quatro'),
  split('five | vijf | funf | fuenf | cinq | cinco | cinque'),
  split('six | zes | sechs | seis | sei | meia'),
  split('seven | zeven | sieben | sept | siete | sette | sete'),
  split('eight | acht | huit | ocho | otto | oito'),
  split('nine | niner | negen | neun | neuf | nueve | nove'),
];

/** Words that repeat the digit after them. */
export const REPEAT_WORDS: readonly (readonly [times: number, words: readonly string[]])[] = [
  [2, split('double | dubbel | doppel | doppelt | doble | doppio | duplo | dobro')],
  [3, split('triple | treble | drievoudig | dreifach | tripla | triplo')],
];
