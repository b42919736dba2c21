/// The words that fill the slots of the wordings; none of them tells the operation.
enum WordingWords {
    typealias Forms = (one: String, many: String)

    static let englishPeople: [(name: String, isShe: Bool)] = [
        ("Alma", true), ("Bea", true), ("Carmen", true), ("Dalia", true), ("Elif", true),
        ("Freya", true), ("Greta", true), ("Hana", true), ("Ines", true), ("Jana", true),
        ("Katya", true), ("Lucia", true), ("Mira", true), ("Noor", true), ("Olga", true),
        ("Priya", true), ("Rosa", true), ("Sofia", true), ("Tessa", true), ("Yuna", true),
        ("Amir", false), ("Bruno", false), ("Cyrus", false), ("Dmitri", false), ("Emil", false),
        ("Farid", false), ("Goran", false), ("Hugo", false), ("Ivan", false), ("Jonas", false),
        ("Kofi", false), ("Leo", false), ("Marco", false), ("Nils", false), ("Omar", false),
        ("Pavel", false), ("Rafael", false), ("Samir", false), ("Tariq", false),
        ("Mr. Brown", false),
        ("Mrs. Green", true),
    ]

    static let englishThings: [Forms] = [
        ("apple", "apples"), ("pear", "pears"), ("orange", "oranges"), ("book", "books"),
        ("marble", "marbles"), ("stamp", "stamps"), ("coin", "coins"), ("shell", "shells"),
        ("pencil", "pencils"), ("sticker", "stickers"), ("card", "cards"), ("cookie", "cookies"),
        ("cake", "cakes"), ("flower", "flowers"), ("balloon", "balloons"), ("toy", "toys"),
        ("egg", "eggs"), ("bottle", "bottles"), ("ticket", "tickets"), ("photo", "photos"),
        ("stone", "stones"), ("button", "buttons"), ("crayon", "crayons"), ("candle", "candles"),
        ("peach", "peaches"), ("block", "blocks"), ("game", "games"), ("magazine", "magazines"),
        ("tomato", "tomatoes"), ("muffin", "muffins"), ("ribbon", "ribbons"), ("fish", "fish"),
        ("bead", "beads"), ("plum", "plums"), ("notebook", "notebooks"), ("chair", "chairs"),
        ("piece of candy", "pieces of candy"), ("bag of chips", "bags of chips"),
        ("paper plane", "paper planes"), ("pair of socks", "pairs of socks"),
        ("plant", "plants"), ("shirt", "shirts"), ("box of nails", "boxes of nails"),
    ]

    static let englishContainers: [Forms] = [
        ("box", "boxes"), ("bag", "bags"), ("basket", "baskets"), ("jar", "jars"),
        ("pack", "packs"), ("shelf", "shelves"), ("tray", "trays"), ("crate", "crates"),
        ("packet", "packets"), ("drawer", "drawers"), ("plate", "plates"), ("vase", "vases"),
        ("album page", "album pages"), ("row", "rows"), ("group", "groups"), ("pile", "piles"),
        ("room", "rooms"), ("table", "tables"), ("bucket", "buckets"), ("carton", "cartons"),
    ]

    static let englishLengths: [Forms] = [
        ("meter", "meters"), ("mile", "miles"), ("kilometer", "kilometers"), ("foot", "feet"),
        ("inch", "inches"), ("centimeter", "centimeters"), ("yard", "yards"),
    ]

    static let englishPlaces = [
        "park", "garden", "shop", "library", "school", "museum", "market", "zoo", "farm", "kitchen",
        "classroom", "hall", "pond", "forest", "pool", "theatre", "station",
    ]

    static let englishColours = [
        "red", "blue", "green", "yellow", "white", "black", "small", "large", "old", "new", "round",
        "sweet", "wooden", "plastic",
    ]

    static let koreanPeople = [
        "가람", "나래", "다온", "라온", "마루", "보람", "새봄", "아라", "이든", "하람", "한결", "해솔",
        "은솔", "도담", "미르", "바다", "소담", "예나", "우람", "주아", "지호", "태오", "하윤", "건우",
        "서진", "민채", "유찬", "시우", "채원", "동현", "수민", "영주",
    ]

    static let koreanThings: [Forms] = [
        ("사탕", "개"), ("구슬", "개"), ("사과", "개"), ("귤", "개"), ("빵", "개"), ("딱지", "장"),
        ("색종이", "장"), ("사진", "장"), ("우표", "장"), ("카드", "장"), ("책", "권"), ("공책", "권"),
        ("동화책", "권"), ("연필", "자루"), ("볼펜", "자루"), ("색연필", "자루"), ("장미", "송이"),
        ("꽃", "송이"), ("토끼", "마리"), ("물고기", "마리"), ("닭", "마리"), ("오리", "마리"),
        ("지우개", "개"), ("풍선", "개"), ("쿠키", "개"), ("조개껍데기", "개"), ("단추", "개"),
        ("나무", "그루"), ("우유", "병"), ("주스", "병"), ("붙임딱지", "장"), ("밤", "개"),
        ("배", "개"), ("초콜릿", "개"), ("공", "개"), ("달걀", "개"), ("감자", "개"),
    ]

    static let koreanPlaces = [
        "공원", "도서관", "운동장", "교실", "가게", "시장", "농장", "박물관", "수족관", "놀이터", "강당",
        "식당", "과수원", "화단",
    ]
}
