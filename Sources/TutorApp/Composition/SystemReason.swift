import Glibc

/// The sentences of the system and of the record, in Korean.
enum SystemReason {
    /// Returns the Korean of a sentence that is known, else the sentence itself.
    static func korean(_ english: String) -> String {
        if let known = sentences[english] { return known }
        guard let name = english.split(separator: "\"").first, english.hasPrefix("\""),
            let ending = aboutKeys[String(english.dropFirst(name.count + 2))]
        else { return english }
        return "\"\(name)\" \(ending)"
    }

    /// The system's own sentences, by error number, so that none of them is written down here.
    private static let sentences: [String: String] = {
        var all = ofRecord
        for (code, korean) in ofSystem { all[String(cString: strerror(code))] = korean }
        return all
    }()

    private static let ofSystem: [(Int32, String)] = [
        (EACCES, "권한이 없어요"), (EPERM, "허락되지 않은 일이에요"),
        (ENOENT, "그런 파일이나 폴더가 없어요"), (ENOTDIR, "폴더가 아니에요"),
        (EISDIR, "파일이 아니라 폴더예요"), (ENOSPC, "디스크가 가득 찼어요"),
        (EROFS, "읽기만 할 수 있는 디스크예요"), (EIO, "디스크를 읽거나 쓰지 못했어요"),
        (ELOOP, "링크가 너무 많이 이어져 있어요"), (ENAMETOOLONG, "이름이 너무 길어요"),
        (EMFILE, "열린 파일이 너무 많아요"), (ENFILE, "열린 파일이 너무 많아요"),
        (EDQUOT, "쓸 수 있는 디스크 자리를 다 썼어요"), (EBUSY, "다른 곳에서 쓰고 있어요"),
        (EEXIST, "이미 있어요"), (EPIPE, "받는 쪽이 닫혔어요"),
        (EFBIG, "파일이 너무 커요"), (EINVAL, "여기서는 할 수 없는 일이에요"),
    ]

    /// What is said of a line that cannot be imported, and of what cannot be written.
    private static let ofRecord = [
        "standard output": "표준 출력", "the models": "모델 폴더",
        "it could not be cleaned": "깨끗이 지우지 못했어요",
        "the line is not a JSON object": "JSON 객체가 아니에요",
        "the text is not UTF-8": "UTF-8 글이 아니에요",
        "a text is too long or has a zero byte": "글이 너무 길거나 0 바이트가 있어요",
        "a text of the attempt is empty, too long or has a zero byte":
            "글이 비었거나 너무 길거나 0 바이트가 있어요",
        "the time of the attempt is out of range": "시각이 쓸 수 있는 범위 밖이에요",
        "a number of the attempt is out of range": "수가 쓸 수 있는 범위 밖이에요",
        "a name has 1 to 64 bytes and no control characters":
            "이름은 1~64바이트이고 제어 문자가 없어야 해요",
    ]

    private static let aboutKeys = [
        " has another type": "값의 종류가 달라요", " is null": "값이 null이에요",
        " is missing": "값이 없어요", " is not a time": "값이 시각이 아니에요",
        " has an unknown value": "값을 알 수 없어요",
        " is too long or has control characters": "값이 너무 길거나 제어 문자가 있어요",
    ]
}
