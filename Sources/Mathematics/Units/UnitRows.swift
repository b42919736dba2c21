/// The rows of the unit table.
///
/// Factors are exact by definition: an inch is 0.0254 m, a pound 0.45359237 kg, a gallon 231 cubic
/// inches.
enum UnitRows {
    static let all: [UnitRow] = length + area + mass + volume + time + angle + physics + money

    private static func n(_ numerator: Int, _ denominator: Int = 1) -> Rational {
        Rational(numerator, denominator)
    }

    private static let length: [UnitRow] = [
        UnitRow(
            .length, 1, "m", "meter meters metre metres mtr mtrs meteres", "미터 메터 미타"),
        UnitRow(
            .length, n(1, 100), "cm cms",
            "centimeter centimeters centimetre centimetres centimeteres centi_meters",
            "츠 씨엠 센티미터 센치미터 센티 센치 센티메터 센치메터"),
        UnitRow(
            .length, n(1, 1000), "mm mms", "millimeter millimeters millimetre millimetres",
            "밀리미터 미리미터 밀리 미리"),
        UnitRow(
            .length, 1000, "km kms", "kilometer kilometers kilometre kilometres kilo_meters",
            "킬로미터 키로미터 킬로 키로 킬로메터"),
        UnitRow(.length, 1_000_000, "Mm", "megameter megameters megametre megametres"),
        UnitRow(.length, n(1, 10), "dm", "decimeter decimeters decimetre decimetres", "데시미터"),
        UnitRow(
            .length, n(1, 1_000_000), "μm um", "micrometer micrometers micron microns", "마이크로미터"),
        UnitRow(.length, n(1, 1_000_000_000), "nm", "nanometer nanometers", "나노미터"),
        UnitRow(.length, n(254, 10_000), "in \"", "inch inches ins", "인치"),
        UnitRow(.length, n(3048, 10_000), "ft '", "foot feet foots feets", "피트 풋"),
        UnitRow(.length, n(9144, 10_000), "yd yds", "yard yards", "야드"),
        UnitRow(.length, n(1_609_344, 1000), "mi", "mile miles", "마일"),
        UnitRow(.length, 1852, "nmi", "nautical_mile nautical_miles", "해리"),
    ]

    private static let area: [UnitRow] = [
        UnitRow(.area, 10_000, "ha", "hectare hectares", "헥타르"),
        UnitRow(.area, 100, "a", "are ares", "아르"),
        UnitRow(.area, n(40_468_564_224, 10_000_000), "ac", "acre acres", "에이커"),
        UnitRow(.area, n(400, 121), "", "pyeong", "평"),
    ]

    private static let volume: [UnitRow] = [
        UnitRow(.volume, n(1, 1000), "L l", "liter liters litre litres lit", "리터 릿터"),
        UnitRow(
            .volume, n(1, 1_000_000), "mL ml cc",
            "milliliter milliliters millilitre millilitres mls", "밀리리터 미리리터 밀리 미리 씨씨"),
        UnitRow(.volume, n(1, 10_000), "dL dl", "deciliter deciliters decilitre", "데시리터"),
        UnitRow(.volume, n(1, 100_000), "cL cl", "centiliter centiliters centilitre", "센티리터"),
        UnitRow(.volume, 1, "kL kl", "kiloliter kiloliters kilolitre", "킬로리터"),
        UnitRow(.volume, gallon, "gal", "gallon gallons gals", "갤런"),
        UnitRow(.volume, gallon * n(1, 4), "qt qts", "quart quarts", "쿼트"),
        UnitRow(.volume, gallon * n(1, 8), "pt pts", "pint pints", "파인트"),
        UnitRow(.volume, gallon * n(1, 16), "c", "cup cups", "컵"),
        UnitRow(
            .volume, gallon * n(1, 128), "floz fl.oz oz",
            "fluid_ounce fluid_ounces fl_oz ounce ounces",
            "액량온스"),
        UnitRow(.volume, gallon * n(1, 256), "tbsp Tbsp", "tablespoon tablespoons tbs", "큰술"),
        UnitRow(.volume, gallon * n(1, 768), "tsp", "teaspoon teaspoons", "작은술"),
    ]

    /// 231 cubic inches in cubic metres.
    private static let gallon = n(231) * n(254, 10_000) * n(254, 10_000) * n(254, 10_000)
    private static let pound = n(45_359_237, 100_000_000)

    private static let mass: [UnitRow] = [
        UnitRow(
            .mass, 1, "kg kgs", "kilogram kilograms kilogramme kilogrammes kilo kilos",
            "킬로그램 키로그램 킬로 키로 킬로그람"),
        UnitRow(.mass, n(1, 1000), "g gm gms gr", "gram grams gramme grammes", "그램 그람"),
        UnitRow(.mass, n(1, 1_000_000), "mg mgs", "milligram milligrams", "밀리그램 미리그램"),
        UnitRow(.mass, n(1, 1_000_000_000), "μg ug mcg", "microgram micrograms", "마이크로그램"),
        UnitRow(.mass, 1000, "Mg", "megagram megagrams"),
        UnitRow(.mass, 1000, "t", "tonne tonnes metric_ton metric_tons ton tons", "톤"),
        UnitRow(.mass, pound, "lb lbs", "pound pounds lbm", "파운드"),
        UnitRow(.mass, pound * n(1, 16), "oz", "ounce ounces ozs", "온스"),
        UnitRow(.mass, pound * 14, "st", "stone stones", "스톤"),
        UnitRow(.mass, pound * 2000, "tn", "ton tons short_ton short_tons"),
    ]

    private static let time: [UnitRow] = [
        UnitRow(.time, 1, "s sec secs \"", "second seconds", "초"),
        UnitRow(.time, n(1, 1000), "ms", "millisecond milliseconds", "밀리초"),
        UnitRow(.time, n(1, 1_000_000), "μs us", "microsecond microseconds", "마이크로초"),
        UnitRow(.time, n(1, 1_000_000_000), "ns", "nanosecond nanoseconds", "나노초"),
        UnitRow(.time, 60, "min mins '", "minute minutes mn", "분"),
        UnitRow(.time, 3600, "h hr hrs", "hour hours hours", "시간"),
        UnitRow(.time, 86_400, "d", "day days", "일 날"),
        UnitRow(.time, 604_800, "wk wks", "week weeks", "주일 주"),
        UnitRow(.time, 1_209_600, "", "fortnight fortnights"),
        UnitRow(.month, 1, "mo mos", "month months", "개월 달"),
        UnitRow(.month, 12, "yr yrs", "year years y", "년 해 살 세"),
        UnitRow(.month, 120, "", "decade decades"),
        UnitRow(.month, 1200, "", "century centuries", "세기"),
        UnitRow(.time, 60, "m"), UnitRow(.time, 3600, "", "", "시"),
    ]

    private static let angle: [UnitRow] = [
        UnitRow(.angle, n(1, 180), pi: 1, "° deg degs", "degree degrees", "도"),
        UnitRow(.angle, n(1, 10_800), pi: 1, "arcmin '", "arcminute arcminutes"),
        UnitRow(.angle, n(1, 648_000), pi: 1, "arcsec \"", "arcsecond arcseconds"),
        UnitRow(.angle, 1, "rad rads", "radian radians", "라디안"),
        UnitRow(.angle, 2, pi: 1, "rev", "revolution revolutions turn turns", "바퀴 회전"),
        UnitRow(
            Dimension(.celsius), 1, "°C degC ℃ C",
            "celsius celcius centigrade degrees_celsius degrees_celcius degree_celsius degrees_c deg_c degrees_centigrade degrees degree",
            "섭씨 도"),
        UnitRow(
            Dimension(.fahrenheit), 1, "°F degF F",
            "fahrenheit degrees_fahrenheit degree_fahrenheit degrees_f deg_f degrees degree", "화씨 도"
        ),
        UnitRow(Dimension(.celsius), 1, "°"), UnitRow(Dimension(.fahrenheit), 1, "°"),
    ]

    private static let physics: [UnitRow] = [
        UnitRow(Dimension(.temperature), 1, "K", "kelvin kelvins", "켈빈"),
        UnitRow(.speed, n(1000, 3600), "kph kmh kmph KPH", "kmhr"),
        UnitRow(.speed, n(1_609_344, 3_600_000), "mph MPH"),
        UnitRow(.speed, n(1852, 3600), "kn", "knot knots", "노트"),
        UnitRow(.area.raised(to: -1), n(1_609_344, 1000) / gallon, "mpg MPG"),
        UnitRow(.speed, 1, "mps"),
        UnitRow(Dimension(.amount), 1, "mol mols", "mole moles", "몰"),
        UnitRow(Dimension(.amount), n(1, 1000), "mmol"),
        UnitRow(Dimension(.luminosity), 1, "cd", "candela candelas"),
        UnitRow(.current, 1, "A", "amp amps ampere amperes", "암페어"),
        UnitRow(.current, n(1, 1000), "mA", "milliamp milliamps"),
        UnitRow(.charge, 1, "C", "coulomb coulombs", "쿨롱"),
        UnitRow(.charge, n(1, 1_000_000), "μC uC"),
        UnitRow(.time.raised(to: -1), 1, "Hz", "hertz", "헤르츠"),
        UnitRow(.time.raised(to: -1), 1000, "kHz"),
        UnitRow(.time.raised(to: -1), 1_000_000, "MHz"),
        UnitRow(.force, 1, "N", "newton newtons", "뉴턴"),
        UnitRow(.force, 1000, "kN"),
        UnitRow(.energy, 1, "J", "joule joules Nm", "주울"),
        UnitRow(.energy, 1000, "kJ", "kilojoule kilojoules"),
        UnitRow(.energy, 1_000_000, "MJ"),
        UnitRow(.energy, n(4184, 1000), "cal", "calorie calories", "칼로리"),
        UnitRow(.energy, 4184, "kcal Cal", "kilocalorie kilocalories", "킬로칼로리"),
        UnitRow(.energy, 3_600_000, "kWh"),
        UnitRow(.power, 1, "W", "watt watts", "와트"),
        UnitRow(.power, n(1, 1000), "mW"), UnitRow(.power, 1_000_000, "MW"),
        UnitRow(.power, 1000, "kW", "kilowatt kilowatts", "킬로와트"),
        UnitRow(.pressure, 1, "Pa", "pascal pascals", "파스칼"),
        UnitRow(.pressure, 100, "hPa", "", "헥토파스칼"),
        UnitRow(.pressure, 1000, "kPa", "kilopascal kilopascals"),
        UnitRow(.pressure, 101_325, "atm", "", "기압"),
        UnitRow(.voltage, 1, "V", "volt volts", "볼트"),
        UnitRow(.voltage, n(1, 1000), "mV"), UnitRow(.voltage, 1000, "kV"),
        UnitRow(.voltage.multiplied(by: .current.raised(to: -1)), 1, "Ω ohm", "ohm ohms", "옴"),
        UnitRow(.voltage.multiplied(by: .current.raised(to: -1)), 1000, "kΩ"),
        UnitRow(Dimension(.generic), 1, "unit units", "", "단위"),
        UnitRow(Dimension(.information), 1, "bit bits", "", "비트"),
        UnitRow(Dimension(.information), 8, "B", "byte bytes", "바이트"),
        UnitRow(Dimension(.information), 8000, "kB KB", "kilobyte kilobytes", "킬로바이트"),
        UnitRow(Dimension(.information), 8_000_000, "MB", "megabyte megabytes", "메가바이트"),
        UnitRow(Dimension(.information), 8_000_000_000, "GB", "gigabyte gigabytes", "기가바이트"),
    ]

    private static func coin(_ code: String) -> Dimension { Dimension(currency: code) }

    private static let money: [UnitRow] = [
        UnitRow(
            coin("USD"), 1, "$ US$ USD USD$", "dollar dollars buck bucks us_dollars us_dollar",
            "달러 불"),
        UnitRow(coin("USD"), n(1, 100), "¢ c", "cent cents ct cts penny pennies", "센트"),
        UnitRow(coin("USD"), n(1, 20), "", "nickel nickels"),
        UnitRow(coin("USD"), n(1, 10), "", "dime dimes"),
        UnitRow(coin("CAD"), 1, "CAD C$ $", "dollar dollars", "달러"),
        UnitRow(coin("AUD"), 1, "AUD A$ $", "dollar dollars", "달러"),
        UnitRow(coin("CAD"), n(1, 100), "¢ c", "cent cents", "센트"),
        UnitRow(coin("AUD"), n(1, 100), "¢ c", "cent cents", "센트"),
        UnitRow(coin("KRW"), 1, "₩ KRW", "won wons krw", "원 won"),
        UnitRow(coin("EUR"), 1, "€ EUR", "euro euros", "유로"),
        UnitRow(coin("EUR"), n(1, 100), "¢ c", "cent cents ct", "센트"),
        UnitRow(coin("GBP"), 1, "£ GBP", "pound pounds quid sterling", "파운드"),
        UnitRow(coin("GBP"), n(1, 100), "p", "penny pence pennies p", "펜스"),
        UnitRow(coin("JPY"), 1, "¥ JPY 円", "yen", "엔"),
        UnitRow(coin("CNY"), 1, "¥ CNY RMB 元", "yuan renminbi", "위안"),
        UnitRow(coin("INR"), 1, "₹ INR Rs Rs.", "rupee rupees", "루피"),
        UnitRow(coin("INR"), n(1, 100), "", "paisa paise"),
    ]
}
